import { rangeViolations } from '../../../aws/index.ts';
import { compileLogPattern, LogPatternSyntaxError } from '../../../log-patterns/index.ts';
import type { LogGroupRef, LogPosition, LogQuery, LogStore, StoredLogEvent } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, missing, refuse } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupOf } from '../names.ts';
import { readToken, writeToken } from '../pagination.ts';
import { keptSinceMs } from '../retention.ts';
import type { In, LogsHandlers } from '../types.ts';
import { eventId, positionOfEventId } from './event-id.ts';
import { readPage } from './read-page.ts';

/** `FilterLogEventsRequest.startFromHead`: the latest first can be had from this time on. */
const LATEST_FIRST_SINCE_MS = Date.parse('2024-01-01T00:00:00Z');

/** API reference, `FilterLogEvents`: events of a group that match a pattern, those of all streams in one order. */
export function filterLogEventsHandler({ store, logs, elapsed }: LogsContext) {
  return {
    async filterLogEvents(input, { scope, nowMs }) {
      const { limit = LIMITS.pageEvents, filterPattern } = input;
      check(input);
      const matches = matcherOf(filterPattern);
      const group = groupOf(scope, input);
      const keptMs = keptSinceMs(await requireGroup(store, group), nowMs);
      await requireStreams(logs, group, input.logStreamNames);
      const query = queryOf(input, keptMs);
      const { events, last } = await readPage(logs, group, query, { limit, matches, elapsedMs: elapsed() });
      return {
        events: events.map(render),
        // Told by AWS no more (`FilterLogEventsResponse`).
        searchedLogStreams: [],
        ...(last && { nextToken: writeToken(`${query.direction}/${eventId(last)}`) }),
      };
    },
  } satisfies LogsHandlers;
}

function check(input: In<'filterLogEvents'>): void {
  const { limit, logStreamNames, logStreamNamePrefix, startFromHead, startTime = 0, nextToken } = input;
  refuse(rangeViolations(limit, 'limit', { min: 1, max: LIMITS.pageEvents }));
  if (logStreamNames !== undefined && logStreamNamePrefix !== undefined) {
    throw invalidParameter('Log stream names and log stream name prefix are mutually exclusive parameters.');
  }
  if (logStreamNames !== undefined && (logStreamNames.length === 0 || logStreamNames.length > LIMITS.filterStreams)) {
    throw invalidParameter(`A filter takes 1 to ${LIMITS.filterStreams} log stream names.`);
  }
  if (startFromHead === false && nextToken === undefined && startTime < LATEST_FIRST_SINCE_MS) {
    throw invalidParameter('startFromHead can be false only when startTime is on or after January 1, 2024.');
  }
}

function matcherOf(pattern: string | undefined): (message: string) => boolean {
  if (pattern === undefined || pattern === '') return () => true;
  try {
    return compileLogPattern(pattern).matches;
  } catch (error) {
    throw error instanceof LogPatternSyntaxError ? invalidParameter(error.message) : error;
  }
}

async function requireStreams(
  logs: LogStore,
  group: LogGroupRef,
  names: readonly string[] | undefined = [],
): Promise<void> {
  const found = await Promise.all(names.map((name) => logs.findStream(group, name)));
  if (found.includes(undefined)) throw missing.stream();
}

function queryOf(input: In<'filterLogEvents'>, keptMs: number): LogQuery {
  const { logStreamNames, logStreamNamePrefix, startTime = 0, endTime, startFromHead = true, nextToken } = input;
  const token = nextToken === undefined ? undefined : placeOf(nextToken);
  return {
    ...(logStreamNames && { streams: logStreamNames }),
    ...(logStreamNamePrefix !== undefined && { streamPrefix: logStreamNamePrefix }),
    startMs: Math.max(startTime, keptMs),
    // Events at the end time belong to it (`FilterLogEventsRequest.endTime`), other than with GetLogEvents.
    ...(endTime !== undefined && { endMs: endTime + 1 }),
    direction: token?.direction ?? (startFromHead ? 'forward' : 'backward'),
    ...(token && { after: token.position }),
  };
}

function placeOf(token: string): { readonly direction: LogQuery['direction']; readonly position: LogPosition } {
  const [direction, id = ''] = readToken(token).split('/');
  const position = positionOfEventId(id);
  if (position === undefined || (direction !== 'forward' && direction !== 'backward')) {
    throw invalidParameter('The specified nextToken is invalid.');
  }
  return { direction, position };
}

function render(event: StoredLogEvent) {
  return {
    logStreamName: event.stream,
    timestamp: event.timestampMs,
    message: event.message,
    ingestionTime: event.ingestedMs,
    eventId: eventId(event),
  };
}
