import type { IngestedLogEvents, LogStore } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';

/** An event of a session (service model, `LiveTailSessionLogEvent`). */
export interface TailedEvent {
  readonly logStreamName: string;
  readonly logGroupIdentifier: string;
  readonly message: string;
  readonly timestamp: number;
  readonly ingestionTime: number;
}

export interface SessionOptions {
  readonly logs: Pick<LogStore, 'follow'>;
  wants(ingested: IngestedLogEvents): boolean;
  matches(message: string): boolean;
  /** Whether the session shall come to an end before its time. */
  isEnded(): boolean;
  sleep(ms: number): Promise<void>;
  /** Begins to count milliseconds. @returns how many have passed since then */
  elapsed(): () => number;
}

/** What came in a second, and whether more came than are told. */
export interface SessionUpdate {
  readonly isSampled: boolean;
  readonly events: readonly TailedEvent[];
}

/**
 * What comes into groups from now on, once a second, until the reader leaves or the session is three hours old ("sessionUpdate: sent
 * every second", "Live Tail sessions time out after three hours").
 */
export async function* tailEvents({
  logs,
  wants,
  matches,
  isEnded,
  sleep,
  elapsed,
}: SessionOptions): AsyncGenerator<SessionUpdate, void, void> {
  let events: TailedEvent[] = [];
  let length = 0;
  let isSampled = false;
  const isFull = () => events.length >= LIMITS.tailedEvents || length >= LIMITS.tailedBytes;
  const stop = logs.follow(
    () => true,
    (ingested) => {
      if (!wants(ingested)) return;
      // Looked at within the append: what is beyond the bound is not even read.
      if (isFull()) {
        isSampled = true;
        return;
      }
      const logGroupIdentifier = `${ingested.group.scope.accountId}:${ingested.group.name}`;
      for (const { message, timestampMs, ingestedMs } of ingested.events) {
        if (isFull()) {
          isSampled = true;
          return;
        }
        if (!matches(message)) continue;
        length += message.length;
        events.push({
          logStreamName: ingested.stream,
          logGroupIdentifier,
          message,
          timestamp: timestampMs,
          ingestionTime: ingestedMs,
        });
      }
    },
  );
  try {
    const ageMs = elapsed();
    while (ageMs() < LIMITS.tailMs && !isEnded()) {
      await sleep(LIMITS.tailUpdateMs);
      const update = { isSampled, events };
      events = [];
      length = 0;
      isSampled = false;
      yield update;
    }
  } finally {
    stop();
  }
}
