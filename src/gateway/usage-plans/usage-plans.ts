import type { Scope, UsagePlanChange, UsagePlanSnapshot } from '../../model/index.ts';
import { ApiKeyTable } from './api-key-table.ts';

/** Where the keys and plans of an account and region come from. */
export type UsagePlanSource = (scope: Scope) => Promise<UsagePlanSnapshot>;

/** One account and region: being loaded, with the changes that came in the meantime, or there. */
type Loading = { readonly table: Promise<ApiKeyTable>; readonly changes: UsagePlanChange[] };

/**
 * Keys and plans by account and region, loaded when the first request there needs a key. A change sends the keys and plans
 * that changed and nothing else, so one key among ten thousand costs what one costs.
 */
export class UsagePlans {
  readonly #load: UsagePlanSource;
  readonly #tables = new Map<string, ApiKeyTable | Loading>();

  constructor(load: UsagePlanSource) {
    this.#load = load;
  }

  /**
   * What gives the table of a scope, at once when it is there. A failure to load it is tried again by the next request. It is
   * for those who ask again and again: the name under which the table is kept is put together once.
   */
  tableOf(scope: Scope): () => ApiKeyTable | Promise<ApiKeyTable> {
    const id = idOf(scope);
    return () => {
      const known = this.#tables.get(id);
      if (known instanceof ApiKeyTable) return known;
      return known === undefined ? this.#begin(id, scope) : known.table;
    };
  }

  /** Requests from now on see the change. */
  apply(change: UsagePlanChange): void {
    const known = this.#tables.get(idOf(change.scope));
    if (known instanceof ApiKeyTable) known.apply(change);
    else known?.changes.push(change);
  }

  /** Everything was deleted. */
  clear(): void {
    this.#tables.clear();
  }

  #begin(id: string, scope: Scope): Promise<ApiKeyTable> {
    const changes: UsagePlanChange[] = [];
    const loading: Loading = {
      changes,
      table: this.#load(scope).then((snapshot) => this.#loaded(id, loading, snapshot)),
    };
    this.#tables.set(id, loading);
    loading.table.catch(() => this.#tables.get(id) === loading && this.#tables.delete(id));
    return loading.table;
  }

  #loaded(id: string, loading: Loading, snapshot: UsagePlanSnapshot): ApiKeyTable {
    const table = new ApiKeyTable(snapshot);
    for (const change of loading.changes) table.apply(change);
    if (this.#tables.get(id) === loading) this.#tables.set(id, table);
    return table;
  }
}

function idOf({ accountId, region }: Scope): string {
  return `${accountId}/${region}`;
}
