import type { Scope } from './scope.ts';

/** Names a log group of an account and region. */
export interface LogGroupRef {
  readonly scope: Scope;
  readonly name: string;
}

/** An event as it comes in (CloudWatch Logs, `InputLogEvent`). */
export interface NewLogEvent {
  /** Milliseconds since the epoch, not negative. */
  readonly timestampMs: number;
  /** May have line breaks in it. */
  readonly message: string;
}

/** Events of one stream as bytes, one after the other (`log-records`). */
export interface LogRecords {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Set where `bytes` are compressed: their times, for whoever does not unpack them. Events that may embed metrics never are. */
  readonly packed?: { readonly minMs: number; readonly maxMs: number };
}

/** Where an event stands in its group: events are ordered by their time, those of one time as they came in. */
export interface LogPosition {
  readonly timestampMs: number;
  /** Counts the events of a group as they come in; never given twice, also after a restart. */
  readonly sequence: number;
}

/** An event of a group. */
export interface StoredLogEvent extends LogPosition, NewLogEvent {
  readonly stream: string;
  /** When it came in, in milliseconds since the epoch. */
  readonly ingestedMs: number;
}

/** Which events of a group are read, and in which order. */
export interface LogQuery {
  /** Of these streams alone; absent for all. */
  readonly streams?: readonly string[];
  /** Of streams whose names begin so; absent for all. */
  readonly streamPrefix?: string;
  /** The earliest time, which belongs to it. */
  readonly startMs?: number;
  /** The time before which events lie: exclusive. */
  readonly endMs?: number;
  readonly direction: 'forward' | 'backward';
  /** Only what lies behind this position in that direction; it need not be the position of an event. */
  readonly after?: LogPosition;
}

/** What is known of a stream without its events. */
export interface LogStreamFacts {
  readonly name: string;
  readonly createdMs: number;
  /** Absent before the first event, as those below. Milliseconds since the epoch. */
  readonly firstEventMs?: number;
  readonly lastEventMs?: number;
  readonly lastIngestedMs?: number;
}

/** Events that came in together, in one stream; they are read when somebody asks for them. */
export interface IngestedLogEvents {
  readonly group: LogGroupRef;
  readonly stream: string;
  readonly count: number;
  /** What they take while they wait. */
  readonly bytes: number;
  readonly events: readonly StoredLogEvent[];
  /** Whether they have embedded metrics, as far as can be said without reading them: never false where they do. */
  readonly mayEmbedMetrics: boolean;
}

/** Ends what was begun; nothing is delivered after it has returned. */
export type StopFollowing = () => void;

/**
 * Keeps the events of log groups on disk. It knows groups by their names alone: the first stream or event makes one, and who may
 * have one is decided by whoever calls.
 */
export interface LogStore {
  /**
   * Appends events to a stream, which is made where there is none. When it resolves, they survive the end of the process.
   * @throws {LogStoreFullError} (rejects) when the disk does not take them; then none of them is kept
   */
  append(group: LogGroupRef, stream: string, events: readonly NewLogEvent[], ingestedMs: number): Promise<void>;
  /** The same of events that are bytes already. @throws {RangeError} (rejects) for bytes that are no records; packed ones are looked at by readers */
  appendRecords(group: LogGroupRef, stream: string, records: LogRecords, ingestedMs: number): Promise<void>;
  /**
   * Gives events in order, in pages of at most 1,000 events and about 1 MB of text, as they are asked for: whoever has enough
   * leaves the loop. A page may be empty where nothing in much data was wanted, so that a search can be given up.
   */
  read(group: LogGroupRef, query: LogQuery): AsyncIterable<readonly StoredLogEvent[]>;
  /**
   * Tells of all events that come in from now on in groups that are wanted, once they are kept and in order of their coming. The
   * listener is called within the append, so it takes note and works later; one that throws is a defect and reaches
   * `uncaughtException`.
   * @param wants asked for each append
   */
  follow(wants: (group: LogGroupRef) => boolean, listener: (ingested: IngestedLogEvents) => void): StopFollowing;
  /** @returns whether there was none before */
  createStream(group: LogGroupRef, stream: string, nowMs: number): Promise<boolean>;
  /** Forgets a stream and its events. @returns whether there was one */
  deleteStream(group: LogGroupRef, stream: string): Promise<boolean>;
  /** All streams of a group, ordered by name (by code point). */
  listStreams(group: LogGroupRef): Promise<readonly LogStreamFacts[]>;
  findStream(group: LogGroupRef, stream: string): Promise<LogStreamFacts | undefined>;
  /** Forgets a group with all that is in it. */
  deleteGroup(group: LogGroupRef): Promise<void>;
  /** How often that was asked for since the start: whoever remembers that a group is there may be wrong when it has changed. */
  readonly deletions: number;
  /** What a group takes on disk. */
  storedBytes(group: LogGroupRef): Promise<number>;
  /** Lets go of segments whose events all lie before a time. */
  expire(group: LogGroupRef, beforeMs: number): Promise<void>;
}

/** The disk does not take events. */
export class LogStoreFullError extends Error {
  override readonly name = 'LogStoreFullError';
}
