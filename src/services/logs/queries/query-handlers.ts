import { rangeViolations } from '../../../aws/index.ts';
import {
  type LogQuery as CompiledQuery,
  compileQuery,
  QUERY_LIMITS,
  QueryNotSupportedError,
  QuerySyntaxError,
} from '../../../log-insights/index.ts';
import type { LogGroupRef, Scope } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, malformedQuery, missing, notSupported, refuse } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupNamed, identifiedGroup } from '../names.ts';
import { pageOf, readToken, writeToken } from '../pagination.ts';
import { keptSinceMs } from '../retention.ts';
import type { In, LogsHandlers } from '../types.ts';
import type { KnownQuery, QueryOffice } from './query-office.ts';
import type { QueryProgress } from './running-query.ts';

/** Times from then on are given in milliseconds by clients that mix them up: no second before the year 5138 is so large. */
const FIRST_MILLISECONDS = 1e11;

/** API reference, `StartQuery`, `GetQueryResults`, `StopQuery`, `DescribeQueries`. */
export function queryHandlers({ store, uuid }: Pick<LogsContext, 'store' | 'uuid'>, queries: QueryOffice) {
  return {
    async startQuery(input, { scope, nowMs, principal }) {
      const { queryString, limit } = input;
      refuseLanguage(input.queryLanguage);
      refuse(rangeViolations(limit, 'limit', { min: 1, max: QUERY_LIMITS.maxRows }));
      const named = groupsOf(scope, input);
      const startMs = secondsToMs(input.startTime);
      const endMs = secondsToMs(input.endTime) + (input.endTime < FIRST_MILLISECONDS ? 1000 : 1);
      if (startMs >= endMs) throw invalidParameter('The start time of a query must not be after its end time.');
      const compiled = compile(queryString, limit);
      const groups = await Promise.all(
        named.map(async (group) => ({ group, keptMs: keptSinceMs(await requireGroup(store, group), nowMs) })),
      );
      const id = uuid();
      const userArn = principal.arn;
      queries.start({ id, scope, queryString, compiled, groups, startMs, endMs, createdMs: nowMs, userArn });
      return { queryId: id };
    },

    getQueryResults: async ({ queryId, ...input }, { scope }) => {
      const known = requireQuery(queries.find(scope, queryId));
      const { results, state } = known.progress;
      const { maxItems, nextToken } = input as { readonly maxItems?: number; readonly nextToken?: string };
      const from = nextToken === undefined ? 0 : offsetOf(nextToken, results.length);
      const page = results.slice(from, from + Math.min(maxItems ?? LIMITS.resultPage, LIMITS.resultPage));
      const end = from + page.length;
      return {
        queryLanguage: 'CWLI',
        results: page.map((row) => [...row]),
        statistics: statisticsOf(known),
        status: state,
        ...(end < results.length && { nextToken: writeToken(String(end)) }),
      };
    },

    stopQuery: async ({ queryId }, { scope }) => {
      requireQuery(queries.find(scope, queryId));
      if (!queries.cancel(scope, queryId)) throw invalidParameter(`Query ${queryId} is not running.`);
      return { success: true };
    },

    describeQueries: async (input, { scope }) => {
      const { logGroupName, status, maxResults = LIMITS.described, nextToken } = input;
      refuse(rangeViolations(maxResults, 'maxResults', { min: 1, max: LIMITS.described }));
      const wanted = queries
        .list(scope)
        .filter(
          ({ asked, progress }) =>
            (status === undefined || progress.state === status) &&
            (logGroupName === undefined || asked.groups.some(({ group }) => group.name === logGroupName)),
        );
      const isOurs = input.queryLanguage === undefined || input.queryLanguage === 'CWLI';
      const page = pageOf(isOurs ? wanted : [], ({ asked }) => asked.id, { limit: maxResults, nextToken });
      return {
        queries: page.items.map(({ asked, progress }) => ({
          queryLanguage: 'CWLI' as const,
          queryId: asked.id,
          queryString: asked.queryString,
          status: progress.state,
          createTime: Math.floor(asked.createdMs / 1000),
          logGroupName: asked.groups[0]?.group.name ?? '',
          queryDuration: progress.durationMs,
          bytesScanned: progress.bytesScanned,
          userIdentity: asked.userArn,
        })),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },
  } satisfies LogsHandlers;
}

export function refuseLanguage(language: string | undefined): void {
  if (language !== undefined && language !== 'CWLI')
    throw notSupported(`queries in ${language}; queryLanguage is CWLI`);
}

/** @throws {ServiceError} `MalformedQueryException` */
function compile(queryString: string, limit: number | undefined): CompiledQuery {
  try {
    return compileQuery(queryString, limit);
  } catch (error) {
    if (error instanceof QueryNotSupportedError) throw notSupported(`${error.feature} of Logs Insights`);
    if (!(error instanceof QuerySyntaxError)) throw error;
    const { startCharOffset, endCharOffset, message } = error;
    throw malformedQuery(message, { location: { startCharOffset, endCharOffset }, message });
  }
}

function groupsOf(scope: Scope, input: In<'startQuery'>): readonly LogGroupRef[] {
  const { logGroupName, logGroupNames, logGroupIdentifiers } = input;
  const given = [logGroupName === undefined ? undefined : [logGroupName], logGroupNames, logGroupIdentifiers].filter(
    (each) => each !== undefined,
  );
  const [only] = given;
  if (given.length !== 1 || only === undefined || only.length === 0) {
    throw invalidParameter('Exactly one of logGroupName, logGroupNames, or logGroupIdentifiers must be specified.');
  }
  if (only.length > LIMITS.queriedGroups) {
    throw invalidParameter(`A query takes at most ${LIMITS.queriedGroups} log groups.`);
  }
  return [...new Set(only)].map((each) =>
    logGroupIdentifiers === undefined ? groupNamed(scope, each) : identifiedGroup(scope, each),
  );
}

function secondsToMs(time: number): number {
  return time < FIRST_MILLISECONDS ? time * 1000 : time;
}

function requireQuery(found: KnownQuery | undefined): KnownQuery {
  if (found === undefined) throw missing.query();
  return found;
}

function offsetOf(token: string, count: number): number {
  const offset = Number(readToken(token));
  if (!Number.isInteger(offset) || offset < 0 || offset > count) {
    throw invalidParameter('The specified nextToken is invalid.');
  }
  return offset;
}

function statisticsOf({
  asked,
  progress,
}: {
  readonly asked: KnownQuery['asked'];
  readonly progress: Readonly<QueryProgress>;
}) {
  return {
    recordsMatched: progress.recordsMatched,
    recordsScanned: progress.recordsScanned,
    estimatedRecordsSkipped: 0,
    bytesScanned: progress.bytesScanned,
    estimatedBytesSkipped: 0,
    logGroupsScanned: asked.groups.length,
    resultCount: progress.results.length,
  };
}
