import type { LogGroupRef } from '../../../model/index.ts';
import { defineKind, type Reader, type Transaction } from '../../../store/index.ts';
import { filterPrefix, readPattern } from '../filters/index.ts';

/** What a match becomes (service model, `MetricTransformation`). */
export interface Transformation {
  readonly metricName: string;
  readonly metricNamespace: string;
  /** A number, or a field such as `$.latency` or `$bytes`. */
  readonly metricValue: string;
  readonly defaultValue?: number;
  /** Names of dimensions and the fields that they are read from. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly unit?: string;
}

export interface MetricFilter {
  readonly filterName: string;
  readonly logGroupName: string;
  readonly filterPattern: string;
  readonly transformation: Transformation;
  readonly createdAtMs: number;
  /** Kept as it is given: no log group has a transformer here. */
  readonly applyOnTransformedLogs?: boolean;
}

/** By group and name (`filterId`). */
export const metricFilters = defineKind<MetricFilter>('LogMetricFilter');

/** Ordered by name. */
export async function filtersOfGroup(reader: Reader, group: LogGroupRef): Promise<readonly MetricFilter[]> {
  const found = await reader.list(metricFilters, group.scope, { prefix: filterPrefix(group) });
  return found.map(({ value }) => value);
}

export async function countMetricFilters(reader: Reader, group: LogGroupRef): Promise<number> {
  return (await filtersOfGroup(reader, group)).length;
}

/** Deletes the filters of a group that is deleted. */
export async function removeMetricFilters(tx: Transaction, group: LogGroupRef): Promise<void> {
  await tx.deletePrefix(metricFilters, group.scope, filterPrefix(group));
}

/** Filters whose patterns have a regular expression: a group may have five of them, subscription filters among them. */
export async function countMetricFilterRegexes(reader: Reader, group: LogGroupRef): Promise<number> {
  const filters = await filtersOfGroup(reader, group);
  return filters.filter(({ filterPattern }) => readPattern(filterPattern).hasRegex).length;
}
