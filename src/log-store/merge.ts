import { closeSync, openSync } from 'node:fs';
import {
  eventAt,
  orderedRecords,
  recordEnd,
  recordStarts,
  sequenceAt,
  streamAt,
  timestampAt,
} from '../log-records/index.ts';
import type { LogPosition, StoredLogEvent } from '../model/index.ts';
import { FRAME_HEAD_BYTES, readableRecords, readFrame } from './frame.ts';
import { PAGE, UNWANTED_BYTES } from './limits.ts';
import { readAt } from './read-at.ts';
import { readIndex, unpackSpan } from './segment.ts';
import { mayHold, mayHoldStreams, type Span, type Wanted } from './span.ts';

/** Records in order of time and sequence, with the place that reading has come to. */
interface Cursor {
  readonly bytes: Buffer;
  readonly records: readonly number[];
  /** Of `records`; beyond either end when all are read. */
  at: number;
}

/** Something that is opened when reading comes to its times. */
interface Pending {
  readonly minMs: number;
  readonly maxMs: number;
  /** Its records, or what it is made of. */
  open(): Promise<Cursor | readonly Pending[]>;
}

/** The files of a group that a reading begins with. */
export interface Sources {
  readonly segments: readonly { readonly path: string; readonly minMs: number; readonly maxMs: number }[];
  readonly logs: readonly { readonly path: string; readonly spans: readonly Span[] }[];
}

export interface Reading extends Wanted {
  readonly direction: 'forward' | 'backward';
  readonly after: LogPosition | undefined;
  /** Undefined for streams that are no more. */
  nameOf(stream: number): string | undefined;
}

/**
 * Reads the events of all files in one order. Stretches are unpacked when their times come, so that what is in memory is what
 * overlaps: events that come in nearly in order, as they do, are a stretch or two.
 */
export async function* mergeEvents(sources: Sources, reading: Reading): AsyncGenerator<readonly StoredLogEvent[]> {
  const files = new OpenFiles();
  try {
    yield* pages(pendingOf(sources, reading, files), reading);
  } finally {
    files.closeAll();
  }
}

/** Logs are opened at once: they may be sealed and gone before their times come. */
function pendingOf({ segments, logs }: Sources, wanted: Wanted, files: OpenFiles): readonly Pending[] {
  const open = logs.flatMap(({ path, spans }) => {
    const these = spans.filter((span) => mayHold(span, wanted) && mayHoldStreams(span, wanted));
    if (these.length === 0) return [];
    const file = files.open(path);
    return file === undefined ? [] : these.map((span) => pendingFrames(file, span));
  });
  const closed = segments.filter((segment) => mayHold(segment, wanted));
  return [...open, ...closed.map(({ path, minMs, maxMs }) => pendingSegment(files, path, { minMs, maxMs }, wanted))];
}

function pendingFrames(file: number, span: Span): Pending {
  return {
    ...span,
    async open() {
      const bytes = await readAt(file, span.offset, span.length);
      const only = span.isPacked ? readFrame(bytes, 0) : undefined;
      if (only !== undefined) return inOrder(readableRecords(bytes.subarray(FRAME_HEAD_BYTES), only));
      const starts: number[][] = [];
      let at = 0;
      for (let head = readFrame(bytes, at); head !== undefined; head = readFrame(bytes, at)) {
        const from = at + FRAME_HEAD_BYTES;
        at = from + head.length;
        starts.push(recordStarts(bytes, from, at));
      }
      return { bytes, records: orderedRecords(bytes, starts.flat()), at: 0 };
    },
  };
}

/** Records and nothing else, which are in order of sequence, and mostly of time. */
function inOrder(bytes: Buffer): Cursor {
  return { bytes, records: orderedRecords(bytes, recordStarts(bytes, 0, bytes.length)), at: 0 };
}

function pendingSegment(
  files: OpenFiles,
  path: string,
  times: Pick<Pending, 'minMs' | 'maxMs'>,
  wanted: Wanted,
): Pending {
  return {
    ...times,
    async open() {
      const file = files.open(path);
      if (file === undefined) return [];
      const spans = (await readIndex(file)).filter((span) => mayHold(span, wanted) && mayHoldStreams(span, wanted));
      let left = spans.length;
      if (left === 0) files.close(file);
      return spans.map((span) => ({
        minMs: span.minMs,
        maxMs: span.maxMs,
        async open() {
          const bytes = await unpackSpan(file, span);
          left -= 1;
          if (left === 0) files.close(file);
          return inOrder(bytes);
        },
      }));
    },
  };
}

async function* pages(all: readonly Pending[], reading: Reading): AsyncGenerator<readonly StoredLogEvent[]> {
  const isForward = reading.direction === 'forward';
  /** Where something begins in the order of reading. */
  const edgeOf = ({ minMs, maxMs }: Pending): number => (isForward ? minMs : -maxMs);
  const byEdge = (one: Pending, other: Pending): number => edgeOf(one) - edgeOf(other);
  const page = new PageOfEvents(reading);
  let pending = all.toSorted(byEdge);
  let next = 0;
  /** In the order of the events that they are at. */
  const cursors: Cursor[] = [];

  for (;;) {
    const begins = pending[next];
    const [first, second] = cursors;
    if (begins !== undefined && (first === undefined || edgeOf(begins) <= timeOf(first))) {
      next += 1;
      const opened = await begins.open();
      if (isCursor(opened)) enter(opened);
      else {
        pending = [...opened, ...pending.slice(next)].sort(byEdge);
        next = 0;
      }
      continue;
    }
    if (first === undefined) break;
    cursors.shift();
    // As long as nothing else can come before them, its events are read one after the other.
    const until = begins === undefined ? Number.POSITIVE_INFINITY : edgeOf(begins);
    do {
      page.offer(first.bytes, first.records[first.at] as number);
      first.at += isForward ? 1 : -1;
      if (page.isFull) yield page.take();
    } while (hasMore(first) && timeOf(first) < until && (second === undefined || compare(first, second) < 0));
    if (hasMore(first)) insert(first);
  }
  if (!page.isEmpty) yield page.take();

  function enter(cursor: Cursor): void {
    if (!isForward) cursor.at = cursor.records.length - 1;
    if (hasMore(cursor)) insert(cursor);
  }

  function insert(cursor: Cursor): void {
    const place = cursors.findIndex((other) => compare(cursor, other) < 0);
    cursors.splice(place === -1 ? cursors.length : place, 0, cursor);
  }

  function timeOf({ bytes, records, at }: Cursor): number {
    const time = timestampAt(bytes, records[at] as number);
    return isForward ? time : -time;
  }

  function compare(one: Cursor, other: Cursor): number {
    const bySequence = sequenceOf(one) - sequenceOf(other);
    return timeOf(one) - timeOf(other) || (isForward ? bySequence : -bySequence);
  }
}

function isCursor(opened: Cursor | readonly Pending[]): opened is Cursor {
  return 'bytes' in opened;
}

function hasMore({ records, at }: Cursor): boolean {
  return at >= 0 && at < records.length;
}

function sequenceOf({ bytes, records, at }: Cursor): number {
  return sequenceAt(bytes, records[at] as number);
}

/** Gathers the events that are wanted. */
class PageOfEvents {
  readonly #reading: Reading;
  #events: StoredLogEvent[] = [];
  #bytes = 0;
  #unwanted = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get isFull(): boolean {
    return this.#events.length >= PAGE.events || this.#bytes >= PAGE.bytes || this.#unwanted >= UNWANTED_BYTES;
  }

  get isEmpty(): boolean {
    return this.#events.length === 0;
  }

  take(): readonly StoredLogEvent[] {
    const events = this.#events;
    this.#events = [];
    this.#bytes = 0;
    this.#unwanted = 0;
    return events;
  }

  offer(bytes: Buffer, at: number): void {
    const length = recordEnd(bytes, at) - at;
    const stream = this.#isWanted(bytes, at) ? this.#reading.nameOf(streamAt(bytes, at)) : undefined;
    if (stream === undefined) {
      this.#unwanted += length;
      return;
    }
    this.#bytes += length;
    this.#events.push(eventAt(bytes, at, stream));
  }

  #isWanted(bytes: Buffer, at: number): boolean {
    const { fromMs, toMs, streams, after, direction } = this.#reading;
    const time = timestampAt(bytes, at);
    if (time < fromMs || time > toMs || streams?.has(streamAt(bytes, at)) === false) return false;
    if (after === undefined) return true;
    const behind = time - after.timestampMs || sequenceAt(bytes, at) - after.sequence;
    return direction === 'forward' ? behind > 0 : behind < 0;
  }
}

/** Files that are closed by whoever opened them, at the latest when reading ends. */
class OpenFiles {
  readonly #files = new Set<number>();

  /** Undefined for a file that was deleted meanwhile: its events have expired, or their group is gone. */
  open(path: string): number | undefined {
    try {
      const file = openSync(path, 'r');
      this.#files.add(file);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  close(file: number): void {
    if (this.#files.delete(file)) closeSync(file);
  }

  closeAll(): void {
    for (const file of this.#files) closeSync(file);
    this.#files.clear();
  }
}
