import { enumViolations, rangeViolations } from '../../../aws/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, limitExceeded, missing, notSupported, refuse } from '../errors.ts';
import { filterId, filterNameViolations, readPattern } from '../filters/index.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupNamed, groupNameViolations } from '../names.ts';
import { pageOf } from '../pagination.ts';
import type { In, LogsHandlers } from '../types.ts';
import { callDestination, checkDestination } from './destination.ts';
import { type SubscriptionFilter, subscriptionFilters, subscriptionsOfGroup } from './document.ts';

/** API reference, `PutSubscriptionFilter`, `DescribeSubscriptionFilters`, `DeleteSubscriptionFilter`. */
export function subscriptionFilterHandlers({ store, functions, countMetricFilterRegexes }: LogsContext) {
  return {
    async putSubscriptionFilter(input, { scope, nowMs }) {
      const { filterName, filterPattern, destinationArn, distribution = 'ByLogStream', applyOnTransformedLogs } = input;
      refuse(
        groupNameViolations(input.logGroupName),
        filterNameViolations(filterName),
        enumViolations(distribution, 'distribution', ['Random', 'ByLogStream']),
      );
      refuseSelection(input);
      const group = groupNamed(scope, input.logGroupName);
      const { hasRegex } = readPattern(filterPattern);
      await requireGroup(store, group);
      checkDestination(destinationArn, group);
      // AWS asks the function before it takes the filter; the text is AWS's.
      const call = { functionArn: destinationArn, payload: Buffer.from('{}'), type: 'DryRun' } as const;
      if ((await callDestination(functions, group, call)).kind === 'refused') {
        throw invalidParameter(
          'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
        );
      }
      await store.transact(async (tx) => {
        await requireGroup(tx, group);
        const others = (await subscriptionsOfGroup(tx, group)).filter((other) => other.filterName !== filterName);
        if (others.length >= LIMITS.subscriptionFilters) throw limitExceeded();
        if (hasRegex) {
          const regexes = others.filter((other) => readPattern(other.filterPattern).hasRegex).length;
          if (regexes + (await countMetricFilterRegexes(tx, group)) >= LIMITS.regexFilters) throw limitExceeded();
        }
        const before = (await tx.get(subscriptionFilters, scope, filterId(group, filterName)))?.value;
        await tx.put(subscriptionFilters, scope, filterId(group, filterName), {
          filterName,
          logGroupName: group.name,
          filterPattern,
          destinationArn,
          distribution,
          createdAtMs: before?.createdAtMs ?? nowMs,
          ...(applyOnTransformedLogs !== undefined && { applyOnTransformedLogs }),
        });
      });
      return {};
    },

    async describeSubscriptionFilters(input, { scope }) {
      const { logGroupName, filterNamePrefix = '', limit = LIMITS.page, nextToken } = input;
      refuse(
        groupNameViolations(logGroupName),
        input.filterNamePrefix === undefined ? [] : filterNameViolations(filterNamePrefix, 'filterNamePrefix'),
        rangeViolations(limit, 'limit', { min: 1, max: LIMITS.page }),
      );
      const group = groupNamed(scope, logGroupName);
      await requireGroup(store, group);
      const wanted = (await subscriptionsOfGroup(store, group)).filter(({ filterName }) =>
        filterName.startsWith(filterNamePrefix),
      );
      const page = pageOf(wanted, ({ filterName }) => filterName, { limit, nextToken });
      return {
        subscriptionFilters: page.items.map(render),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },

    async deleteSubscriptionFilter({ logGroupName, filterName }, { scope }) {
      refuse(groupNameViolations(logGroupName), filterNameViolations(filterName));
      const group = groupNamed(scope, logGroupName);
      await store.transact(async (tx) => {
        await requireGroup(tx, group);
        const isThere = await tx.delete(subscriptionFilters, scope, filterId(group, filterName));
        if (!isThere) throw missing.subscriptionFilter();
      });
      return {};
    },
  } satisfies LogsHandlers;
}

function refuseSelection(input: In<'putSubscriptionFilter'>): void {
  if (input.fieldSelectionCriteria) {
    throw notSupported('the selection of events by system fields (fieldSelectionCriteria)');
  }
  if (input.emitSystemFields?.length) throw notSupported('system fields in events (emitSystemFields)');
}

function render({ createdAtMs, applyOnTransformedLogs, ...filter }: SubscriptionFilter) {
  return { ...filter, creationTime: createdAtMs, applyOnTransformedLogs: applyOnTransformedLogs ?? false };
}
