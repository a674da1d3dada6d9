import { lengthViolations, rangeViolations } from '../../../aws/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, limitExceeded, missing, notSupported, refuse } from '../errors.ts';
import { filterId, filterNameViolations, readPattern } from '../filters/index.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupNamed, groupNameViolations } from '../names.ts';
import { pageOf } from '../pagination.ts';
import type { In, LogsHandlers } from '../types.ts';
import { filtersOfGroup, type MetricFilter, metricFilters } from './document.ts';
import { readTransformation } from './transformation.ts';

/** API reference, `PutMetricFilter`, `DescribeMetricFilters`, `DeleteMetricFilter`, `TestMetricFilter`. */
export function metricFilterHandlers({ store, countSubscriptionRegexes }: LogsContext) {
  return {
    async putMetricFilter(input, { scope, nowMs }) {
      const { filterName, filterPattern, metricTransformations, applyOnTransformedLogs } = input;
      refuse(groupNameViolations(input.logGroupName), filterNameViolations(filterName));
      refuseSelection(input);
      const group = groupNamed(scope, input.logGroupName);
      const pattern = readPattern(filterPattern);
      const transformation = readTransformation(metricTransformations, pattern);
      await store.transact(async (tx) => {
        await requireGroup(tx, group);
        const others = (await filtersOfGroup(tx, group)).filter((other) => other.filterName !== filterName);
        if (others.length >= LIMITS.metricFilters) throw limitExceeded();
        if (pattern.hasRegex) {
          const regexes = others.filter((other) => readPattern(other.filterPattern).hasRegex).length;
          if (regexes + (await countSubscriptionRegexes(tx, group)) >= LIMITS.regexFilters) throw limitExceeded();
        }
        const before = (await tx.get(metricFilters, scope, filterId(group, filterName)))?.value;
        await tx.put(metricFilters, scope, filterId(group, filterName), {
          filterName,
          logGroupName: group.name,
          filterPattern,
          transformation,
          createdAtMs: before?.createdAtMs ?? nowMs,
          ...(applyOnTransformedLogs !== undefined && { applyOnTransformedLogs }),
        });
      });
      return {};
    },

    async describeMetricFilters(input, { scope }) {
      const {
        filterNamePrefix = '',
        logGroupName,
        metricName,
        metricNamespace,
        limit = LIMITS.page,
        nextToken,
      } = input;
      checkDescription(input);
      if (logGroupName !== undefined) await requireGroup(store, groupNamed(scope, logGroupName));
      const all =
        logGroupName === undefined
          ? (await store.list(metricFilters, scope)).map(({ value }) => value)
          : await filtersOfGroup(store, groupNamed(scope, logGroupName));
      const wanted = all.filter(
        (each) =>
          each.filterName.startsWith(filterNamePrefix) &&
          (metricName === undefined ||
            (each.transformation.metricName === metricName && each.transformation.metricNamespace === metricNamespace)),
      );
      const page = pageOf(inOrder(wanted), keyOf, { limit, nextToken });
      return {
        metricFilters: page.items.map(render),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },

    async deleteMetricFilter({ logGroupName, filterName }, { scope }) {
      refuse(groupNameViolations(logGroupName), filterNameViolations(filterName));
      const group = groupNamed(scope, logGroupName);
      await store.transact(async (tx) => {
        await requireGroup(tx, group);
        if (!(await tx.delete(metricFilters, scope, filterId(group, filterName)))) throw missing.metricFilter();
      });
      return {};
    },

    // The numbers of events are counted from 0 in the examples of the API reference.
    testMetricFilter: async ({ filterPattern, logEventMessages }) => {
      if (logEventMessages.length === 0 || logEventMessages.length > LIMITS.testedEvents) {
        throw invalidParameter(`A test takes 1 to ${LIMITS.testedEvents} log event messages.`);
      }
      const pattern = readPattern(filterPattern);
      return {
        matches: logEventMessages.flatMap((eventMessage, eventNumber) => {
          const matched = pattern.match(eventMessage);
          return matched ? [{ eventNumber, eventMessage, extractedValues: { ...pattern.extract(matched) } }] : [];
        }),
      };
    },
  } satisfies LogsHandlers;
}

function refuseSelection({ fieldSelectionCriteria, emitSystemFieldDimensions }: In<'putMetricFilter'>): void {
  if (fieldSelectionCriteria) throw notSupported('the selection of events by system fields (fieldSelectionCriteria)');
  if (emitSystemFieldDimensions?.length) throw notSupported('system fields as dimensions (emitSystemFieldDimensions)');
}

function checkDescription(input: In<'describeMetricFilters'>): void {
  const { filterNamePrefix, logGroupName, metricName, metricNamespace, limit } = input;
  refuse(
    filterNamePrefix === undefined ? [] : filterNameViolations(filterNamePrefix, 'filterNamePrefix'),
    logGroupName === undefined ? [] : groupNameViolations(logGroupName),
    lengthViolations(metricName, 'metricName', LIMITS.metricName),
    lengthViolations(metricNamespace, 'metricNamespace', LIMITS.metricName),
    rangeViolations(limit, 'limit', { min: 1, max: LIMITS.page }),
  );
  if ((metricName === undefined) !== (metricNamespace === undefined)) {
    const [given, wanted] =
      metricName === undefined ? ['metricNamespace', 'metricName'] : ['metricName', 'metricNamespace'];
    throw invalidParameter(
      `If you include the ${given} parameter in your request, you must also include the ${wanted} parameter.`,
    );
  }
}

/** "The response is ASCII-sorted by filter name"; names may be the same in several groups. */
function inOrder(filters: readonly MetricFilter[]): readonly MetricFilter[] {
  const all = filters.map((filter) => ({ filter, key: keyOf(filter) }));
  return all.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ filter }) => filter);
}

function keyOf({ filterName, logGroupName }: MetricFilter): string {
  return `${filterName}:${logGroupName}`;
}

function render({ transformation, createdAtMs, applyOnTransformedLogs, ...filter }: MetricFilter) {
  const { unit, dimensions, ...rest } = transformation;
  return {
    ...filter,
    metricTransformations: [
      {
        ...rest,
        ...(dimensions && { dimensions: { ...dimensions } }),
        ...(unit !== undefined && { unit: unit as 'None' }),
      },
    ],
    creationTime: createdAtMs,
    applyOnTransformedLogs: applyOnTransformedLogs ?? false,
  };
}
