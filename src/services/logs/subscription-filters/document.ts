import type { LogGroupRef } from '../../../model/index.ts';
import { defineKind, type Reader, type Transaction } from '../../../store/index.ts';
import { filterPrefix, readPattern } from '../filters/index.ts';

export interface SubscriptionFilter {
  readonly filterName: string;
  readonly logGroupName: string;
  readonly filterPattern: string;
  /** Of a Lambda function, with or without a qualifier. */
  readonly destinationArn: string;
  readonly distribution: 'ByLogStream' | 'Random';
  readonly createdAtMs: number;
  /** Kept as it is given: no log group has a transformer here. */
  readonly applyOnTransformedLogs?: boolean;
}

/** By group and name (`filterId`). */
export const subscriptionFilters = defineKind<SubscriptionFilter>('LogSubscriptionFilter');

/** Ordered by name. */
export async function subscriptionsOfGroup(reader: Reader, group: LogGroupRef): Promise<readonly SubscriptionFilter[]> {
  const found = await reader.list(subscriptionFilters, group.scope, { prefix: filterPrefix(group) });
  return found.map(({ value }) => value);
}

/** Filters whose patterns have a regular expression: a group may have five of them, those of metric filters among them. */
export async function countSubscriptionRegexes(reader: Reader, group: LogGroupRef): Promise<number> {
  const filters = await subscriptionsOfGroup(reader, group);
  return filters.filter(({ filterPattern }) => readPattern(filterPattern).hasRegex).length;
}

/** Deletes the filters of a group that is deleted. */
export async function removeSubscriptionFilters(tx: Transaction, group: LogGroupRef): Promise<void> {
  await tx.deletePrefix(subscriptionFilters, group.scope, filterPrefix(group));
}
