import type { LogGroupRef } from '../../../model/index.ts';
import type { Change, Store } from '../../../store/index.ts';
import { groupOfFilter } from '../filters/index.ts';
import {
  type CompiledMetricFilter,
  compileMetricFilter,
  filtersOfGroup,
  metricFilters,
} from '../metric-filters/index.ts';
import {
  type CompiledSubscription,
  compileSubscription,
  subscriptionFilters,
  subscriptionsOfGroup,
} from '../subscription-filters/index.ts';

/** The filters of a group, compiled. */
export interface GroupFilters {
  readonly metrics: readonly CompiledMetricFilter[];
  readonly subscriptions: readonly CompiledSubscription[];
}

/** Remembers the filters of groups until they change. */
export class FilterDirectory {
  private readonly store: Store;
  private readonly known = new Map<string, Promise<GroupFilters>>();

  constructor(store: Store) {
    this.store = store;
  }

  of(group: LogGroupRef): Promise<GroupFilters> {
    const key = keyOf(group);
    const known = this.known.get(key);
    if (known) return known;
    const loading = this.load(group);
    this.known.set(key, loading);
    // What could not be read is read again for the next events.
    loading.catch(() => this.known.delete(key));
    return loading;
  }

  /** Takes note of what changed in the store. */
  note(changes: readonly Change[]): void {
    for (const { kind, scope, id } of changes) {
      if (kind === metricFilters.name || kind === subscriptionFilters.name) {
        this.known.delete(keyOf({ scope, name: groupOfFilter(id) }));
      }
    }
  }

  private async load(group: LogGroupRef): Promise<GroupFilters> {
    const [metrics, subscriptions] = await Promise.all([
      filtersOfGroup(this.store, group),
      subscriptionsOfGroup(this.store, group),
    ]);
    return { metrics: metrics.map(compileMetricFilter), subscriptions: subscriptions.map(compileSubscription) };
  }
}

export function keyOf({ scope: { accountId, region }, name }: LogGroupRef): string {
  return `${accountId}/${region}/${name}`;
}
