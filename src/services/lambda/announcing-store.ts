import type { Store } from '../../store/index.ts';

/** The same store, whose transactions resolve when those who remember functions have heard of them. */
export function announcingStore(store: Store, changed: () => Promise<void>): Store {
  return {
    async transact(work) {
      const result = await store.transact(work);
      await changed();
      return result;
    },
    get: (kind, scope, id) => store.get(kind, scope, id),
    list: (kind, scope, page) => store.list(kind, scope, page),
    scan: (kind) => store.scan(kind),
    changes: (since, listener) => store.changes(since, listener),
    lastSequence: () => store.lastSequence(),
    reset: () => store.reset(),
    close: () => store.close(),
  };
}
