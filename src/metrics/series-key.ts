import type { MetricDimension, MetricId, Scope } from '../model/index.ts';

/**
 * What a series is known by: account, region, namespace, name, dimensions and unit, as JSON, so that series of one metric lie
 * next to each other in the order of keys and those of one region, too.
 */
export function seriesKey(scope: Scope, metric: MetricId, unit: string): string {
  return JSON.stringify([...partsOf(scope, metric), unit]);
}

/** What the keys of one metric begin with, whatever the unit. */
export function metricPrefix(scope: Scope, metric: MetricId): string {
  return `${JSON.stringify(partsOf(scope, metric)).slice(0, -1)},`;
}

/** What the keys of a scope begin with, or of a namespace or one name in it. */
export function listingPrefix({ accountId, region }: Scope, namespace?: string, metricName?: string): string {
  const parts = [accountId, region, namespace, metricName];
  const absent = parts.indexOf(undefined);
  return `${JSON.stringify(absent < 0 ? parts : parts.slice(0, absent)).slice(0, -1)},`;
}

/** Comes after every key with this beginning: keys go on with ASCII. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}

export interface SeriesName extends MetricId {
  readonly unit: string;
}

export function nameOfKey(key: string): SeriesName {
  const [, , namespace, metricName, dimensions, unit] = JSON.parse(key) as readonly [
    string,
    string,
    string,
    string,
    readonly (readonly [string, string])[],
    string,
  ];
  return { namespace, metricName, dimensions: dimensions.map(([name, value]) => ({ name, value })), unit };
}

function partsOf({ accountId, region }: Scope, { namespace, metricName, dimensions }: MetricId) {
  return [accountId, region, namespace, metricName, sorted(dimensions).map(({ name, value }) => [name, value])];
}

function sorted(dimensions: readonly MetricDimension[]): readonly MetricDimension[] {
  if (dimensions.length < 2) return dimensions;
  return [...dimensions].sort((a, b) => (a.name < b.name ? -1 : 1));
}
