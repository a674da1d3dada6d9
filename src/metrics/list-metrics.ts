import type { MetricId, MetricListing, MetricPage, Scope } from '../model/index.ts';
import { afterPrefix, listingPrefix, nameOfKey, type SeriesName } from './series-key.ts';
import type { MetricDatabase } from './storage/index.ts';

/** How many series are looked at in one turn. */
const ROWS = 1_000;

/**
 * Metrics in the order of their keys: those of one name lie together. A metric that has data in several units is there once.
 * @param isPending whether a series has data that the database does not know yet
 */
export function listMetrics(
  database: MetricDatabase,
  scope: Scope,
  listing: MetricListing,
  isPending: (series: number) => boolean,
): MetricPage {
  const { namespace, metricName, limit, activeSinceMs } = listing;
  const prefix = listingPrefix(scope, namespace, metricName);
  const metrics: MetricId[] = [];
  // Whoever lists says where a page begins, and must not come upon what is another account's.
  const isOurs = listing.after?.startsWith(prefix) === true;
  let after = isOurs ? (listing.after as string) : prefix;
  let before = isOurs ? metricOf(nameOfKey(after)) : undefined;
  for (;;) {
    const rows = database.listSeries(after, afterPrefix(prefix), ROWS);
    for (const { id, key, seen } of rows) {
      const name = nameOfKey(key);
      const metric = metricOf(name);
      const isActive = activeSinceMs === undefined || 1_000 * seen >= activeSinceMs || isPending(id);
      if (isActive && metric !== before && hasAll(name, listing)) {
        if (metrics.length === limit) return { metrics, next: after };
        metrics.push({ namespace: name.namespace, metricName: name.metricName, dimensions: name.dimensions });
        before = metric;
      }
      after = key;
    }
    if (rows.length < ROWS) return { metrics };
  }
}

function hasAll(name: SeriesName, { namespace, metricName, dimensions = [] }: MetricListing): boolean {
  if (namespace !== undefined && name.namespace !== namespace) return false;
  if (metricName !== undefined && name.metricName !== metricName) return false;
  return dimensions.every((wanted) =>
    name.dimensions.some(
      (dimension) => dimension.name === wanted.name && (wanted.value === undefined || dimension.value === wanted.value),
    ),
  );
}

function metricOf({ namespace, metricName, dimensions }: SeriesName): string {
  return JSON.stringify([namespace, metricName, dimensions]);
}
