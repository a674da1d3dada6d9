import type { Scope } from '../../../model/index.ts';
import type { Kind, Reader, Store, Transaction } from '../../../store/index.ts';
import { type Quota, quotaExceeded, weight } from './quota.ts';

/** The same store, whose transactions end with AWS's refusal when what they wrote is more than a quota leaves room for. */
export function withQuotas(store: Store, quotas: readonly Quota[]): Store {
  const quotasOf = (kind: string) => quotas.filter((quota) => quota.kind.name === kind);
  const byKind = new Map(quotas.map(({ kind }) => [kind.name, quotasOf(kind.name)]));
  return {
    get: (kind, scope, id) => store.get(kind, scope, id),
    list: (kind, scope, page) => store.list(kind, scope, page),
    scan: (kind) => store.scan(kind),
    changes: (since, listener) => store.changes(since, listener),
    lastSequence: () => store.lastSequence(),
    reset: () => store.reset(),
    close: () => store.close(),
    transact: (work) =>
      store.transact(async (tx) => {
        const grown = new Grown();
        const result = await work(weighing(tx, byKind, grown));
        for (const place of grown.places()) await refuseExcess(tx, place);
        return result;
      }),
  };
}

/** Where a quota is counted: documents of one kind whose ids begin alike. */
interface Place {
  readonly quota: Quota;
  readonly scope: Scope;
  readonly prefix: string;
}

/** Places where a transaction has written more than was there. What was over a quota before may be changed and kept. */
class Grown {
  readonly #places = new Map<string, Place>();

  add(place: Place): void {
    const { quota, scope, prefix } = place;
    this.#places.set(JSON.stringify([quota.kind.name, quota.what, scope.accountId, scope.region, prefix]), place);
  }

  places(): Iterable<Place> {
    return this.#places.values();
  }
}

function weighing(tx: Transaction, byKind: ReadonlyMap<string, readonly Quota[]>, grown: Grown): Transaction {
  return {
    get: (kind, scope, id) => tx.get(kind, scope, id),
    list: (kind, scope, page) => tx.list(kind, scope, page),
    scan: (kind) => tx.scan(kind),
    delete: (kind, scope, id) => tx.delete(kind, scope, id),
    deletePrefix: (kind, scope, prefix) => tx.deletePrefix(kind, scope, prefix),
    async put<T>(kind: Kind<T>, scope: Scope, id: string, value: T, expectedVersion?: number): Promise<void> {
      const quotas = byKind.get(kind.name);
      const before = quotas && (await tx.get(kind, scope, id));
      await tx.put(kind, scope, id, value, expectedVersion);
      for (const quota of quotas ?? []) {
        const weighed = before === undefined ? 0 : weight(quota, before.value);
        if (weight(quota, value) > weighed) grown.add({ quota, scope, prefix: prefixOf(quota, id) });
      }
    },
  };
}

function prefixOf({ per }: Quota, id: string): string {
  if (per === 'document') return id;
  return per === 'parent' ? id.slice(0, id.lastIndexOf('/') + 1) : '';
}

async function refuseExcess(reader: Reader, { quota, scope, prefix }: Place): Promise<void> {
  const { kind, max, weigh } = quota;
  const page = { ...(prefix !== '' && { prefix }), ...(weigh === undefined && { limit: max + 1 }) };
  const found = await reader.list(kind, scope, page);
  const total = found.reduce((sum, { value }) => sum + weight(quota, value), 0);
  if (total > max) throw quotaExceeded(quota);
}
