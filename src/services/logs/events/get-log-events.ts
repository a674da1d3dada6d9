import { rangeViolations } from '../../../aws/index.ts';
import type { LogPosition, LogQuery, StoredLogEvent } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, missing, refuse } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupOf, streamNameViolations } from '../names.ts';
import { keptSinceMs } from '../retention.ts';
import type { In, LogsHandlers, Out } from '../types.ts';
import { eventId, positionOfEventId } from './event-id.ts';
import { readPage } from './read-page.ts';

/** API reference, `GetLogEvents`: events of one stream, in order of time in either direction. */
export function getLogEventsHandler({ store, logs, elapsed }: LogsContext) {
  return {
    async getLogEvents(input, { scope, nowMs }) {
      const { logStreamName, limit = LIMITS.pageEvents } = input;
      refuse(streamNameViolations(logStreamName), rangeViolations(limit, 'limit', { min: 1, max: LIMITS.pageEvents }));
      const group = groupOf(scope, input);
      const keptMs = keptSinceMs(await requireGroup(store, group), nowMs);
      if ((await logs.findStream(group, logStreamName)) === undefined) throw missing.stream();
      const query = queryOf(input, keptMs);
      const { events } = await readPage(logs, group, query, { limit, matches: () => true, elapsedMs: elapsed() });
      const inOrder = query.direction === 'forward' ? events : events.toReversed();
      return { events: inOrder.map(render), ...tokensOf(inOrder, query) };
    },
  } satisfies LogsHandlers;
}

function queryOf(input: In<'getLogEvents'>, keptMs: number): LogQuery {
  const { logStreamName, startTime = 0, endTime, startFromHead, nextToken } = input;
  const token = nextToken === undefined ? undefined : readToken(nextToken);
  return {
    streams: [logStreamName],
    startMs: Math.max(startTime, keptMs),
    ...(endTime !== undefined && { endMs: endTime }),
    direction: token?.direction ?? (startFromHead === true ? 'forward' : 'backward'),
    ...(token && { after: token.position }),
  };
}

function render({ timestampMs, message, ingestedMs }: StoredLogEvent) {
  return { timestamp: timestampMs, message, ingestionTime: ingestedMs };
}

/**
 * Where to go on in both directions. At an end the token of that direction is the one that led there ("it returns the same token you
 * passed in"), which is how clients see that it is the end.
 */
function tokensOf(
  events: readonly StoredLogEvent[],
  { direction, after, startMs = 0 }: LogQuery,
): Pick<Out<'getLogEvents'>, 'nextForwardToken' | 'nextBackwardToken'> {
  const [first, last] = [events[0], events.at(-1)];
  if (first !== undefined && last !== undefined) {
    return { nextForwardToken: writeToken('f', last), nextBackwardToken: writeToken('b', first) };
  }
  // No event has the first sequence.
  const here = after ?? { timestampMs: startMs, sequence: 0 };
  // Turning round, the event at the position itself comes again.
  const beyond = { ...here, sequence: here.sequence + 1 };
  const before = { ...here, sequence: Math.max(0, here.sequence - 1) };
  return direction === 'forward' || after === undefined
    ? { nextForwardToken: writeToken('f', here), nextBackwardToken: writeToken('b', beyond) }
    : { nextForwardToken: writeToken('f', before), nextBackwardToken: writeToken('b', here) };
}

/** `f/31132629274945519779805322857203735586714454643391594505/s`, as AWS's tokens are. */
function writeToken(direction: 'f' | 'b', position: LogPosition): string {
  return `${direction}/${eventId(position)}/s`;
}

function readToken(token: string): { readonly direction: LogQuery['direction']; readonly position: LogPosition } {
  const [, direction, id = ''] = /^([fb])\/(\d{56})\/s$/.exec(token) ?? [];
  const position = positionOfEventId(id);
  if (position === undefined) throw invalidParameter('The specified nextToken is invalid.');
  return { direction: direction === 'f' ? 'forward' : 'backward', position };
}
