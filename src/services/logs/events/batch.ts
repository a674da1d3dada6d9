import type { NewLogEvent } from '../../../model/index.ts';
import { invalidParameter } from '../errors.ts';
import { DAY_MS, LIMITS } from '../limits.ts';
import type { In, Out } from '../types.ts';

type Rejected = NonNullable<Out<'putLogEvents'>['rejectedLogEventsInfo']>;

/** What is taken of a batch. */
export interface TakenBatch {
  readonly events: readonly NewLogEvent[];
  /** Where what was not taken begins or ends; absent when all is taken. */
  readonly rejected?: Rejected;
}

/**
 * Holds a batch to the rules of `PutLogEvents` (API reference; the texts as users of AWS report them) and leaves out what is too old
 * or too new. Of a batch in order that is its beginning and its end.
 * @param retentionDays undefined where events do not expire
 * @throws {ServiceError} `InvalidParameterException`
 */
export function takeBatch(
  given: In<'putLogEvents'>['logEvents'],
  nowMs: number,
  retentionDays: number | undefined,
): TakenBatch {
  const events = given.map(({ timestamp, message }) => ({ timestampMs: timestamp, message }));
  checkSizes(events);
  checkTimes(events);
  const expiredEnd = retentionDays === undefined ? 0 : countBefore(events, nowMs - retentionDays * DAY_MS);
  const tooOldEnd = countBefore(events, nowMs - LIMITS.eventAgeMs);
  const tooNewStart = countBefore(events, nowMs + LIMITS.eventAheadMs + 1);
  const taken = events.slice(Math.max(expiredEnd, tooOldEnd), tooNewStart);
  if (taken.length === events.length) return { events };
  return {
    events: taken,
    rejected: {
      ...(tooNewStart < events.length && { tooNewLogEventStartIndex: tooNewStart }),
      ...(tooOldEnd > 0 && { tooOldLogEventEndIndex: tooOldEnd }),
      ...(expiredEnd > 0 && { expiredLogEventEndIndex: expiredEnd }),
    },
  };
}

function checkSizes(events: readonly NewLogEvent[]): void {
  const sizes = events.map(({ message }) => Buffer.byteLength(message) + LIMITS.eventOverheadBytes);
  const tooLarge = sizes.find((size) => size > LIMITS.eventBytes);
  if (tooLarge !== undefined) {
    throw invalidParameter(`Log event too large: ${tooLarge} bytes exceeds limit of ${LIMITS.eventBytes}`);
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > LIMITS.batchBytes) {
    throw invalidParameter(`Upload too large: ${total} bytes exceeds limit of ${LIMITS.batchBytes}`);
  }
}

function checkTimes(events: readonly NewLogEvent[]): void {
  const isOrdered = events.every(({ timestampMs }, n) => n === 0 || (events[n - 1]?.timestampMs ?? 0) <= timestampMs);
  if (!isOrdered) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  const [first, last] = [events[0], events.at(-1)];
  if (first && last && last.timestampMs - first.timestampMs > DAY_MS) {
    throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
  }
}

/** @param events in order of time */
function countBefore(events: readonly NewLogEvent[], timeMs: number): number {
  const count = events.findIndex(({ timestampMs }) => timestampMs >= timeMs);
  return count === -1 ? events.length : count;
}
