import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Arrival } from '../log-records/index.ts';
import { type LogRecords, LogStoreFullError } from '../model/index.ts';
import { FRAME_HEAD_BYTES, type FrameHead, type NewFrame, plainLength, readFrame, writeFrame } from './frame.ts';
import { addSpan, type Span } from './span.ts';

/** How a log begins: a mark and the sequence of its first event, as a double. */
export const LOG_HEAD_BYTES = 16;
const MARK = Buffer.from('SLPLOG01', 'latin1');
const MODE = 0o640;
const EMPTY = { length: LOG_HEAD_BYTES, plainLength: LOG_HEAD_BYTES };

/** A file that events are appended to as they come in: frames one after the other. */
export interface OpenLog {
  readonly path: string;
  readonly spans: readonly Span[];
  /** Bytes that are whole. */
  readonly length: number;
  /** What they would be if nothing were packed: as much memory it takes to sort them. */
  readonly plainLength: number;
  readonly nextSequence: number;
  /** @throws {LogStoreFullError} when the disk does not take them; nothing of them is there then */
  append(records: LogRecords, arrival: Omit<Arrival, 'firstSequence'>): NewFrame;
  /** Undefined when nothing was written since the last time. */
  dirtyFile(): number | undefined;
  close(): void;
}

/** Begins a log. @throws {LogStoreFullError} */
export function createLog(path: string, firstSequence: number): OpenLog {
  return fullWhen(() => {
    const file = openSync(path, 'wx', MODE);
    const head = Buffer.alloc(LOG_HEAD_BYTES);
    MARK.copy(head);
    head.writeDoubleLE(firstSequence, MARK.length);
    try {
      if (writeSync(file, head) < head.length) throw new Error('It took only a part of what was written.');
    } catch (error) {
      closeSync(file);
      throw error;
    }
    return openLog(path, file, { spans: [], ...EMPTY, nextSequence: firstSequence });
  });
}

/** What a log held when it was opened again. */
export interface Recovered {
  readonly log: OpenLog;
  readonly frames: readonly FrameHead[];
}

/**
 * Opens a log that is there, and cuts off what a crash left of a write at its end.
 * @returns undefined for one whose very beginning is not whole, as a crash may leave it
 */
export async function recoverLog(path: string): Promise<Recovered | undefined> {
  const bytes = await readFile(path);
  if (bytes.length < LOG_HEAD_BYTES || !bytes.subarray(0, MARK.length).equals(MARK)) return undefined;
  const spans: Span[] = [];
  const frames: FrameHead[] = [];
  let nextSequence = bytes.readDoubleLE(MARK.length);
  let { length, plainLength: plain } = EMPTY;
  for (let head = readFrame(bytes, length); head !== undefined; head = readFrame(bytes, length)) {
    addSpan(spans, spanOf(length, head));
    frames.push(head);
    nextSequence = head.firstSequence + head.count;
    plain += plainLength(bytes, length, head);
    length += FRAME_HEAD_BYTES + head.length;
  }
  const file = openSync(path, 'r+');
  if (length < bytes.length) ftruncateSync(file, length);
  return { log: openLog(path, file, { spans, length, plainLength: plain, nextSequence }), frames };
}

function openLog(
  path: string,
  file: number,
  state: { readonly spans: Span[]; length: number; plainLength: number; nextSequence: number },
): OpenLog {
  let isDirty = false;
  let isOpen = true;
  return {
    path,
    get spans() {
      return state.spans;
    },
    get length() {
      return state.length;
    },
    get plainLength() {
      return state.plainLength;
    },
    get nextSequence() {
      return state.nextSequence;
    },
    append(records, { stream, ingestedMs }) {
      const frame = writeFrame(records, { stream, ingestedMs, firstSequence: state.nextSequence });
      fullWhen(() => writeWhole(file, frame.bytes, state.length));
      addSpan(state.spans, spanOf(state.length, frame.head));
      state.length += frame.bytes.length;
      state.plainLength += plainLength(frame.bytes, 0, frame.head);
      state.nextSequence += records.count;
      isDirty = true;
      return frame;
    },
    dirtyFile() {
      if (!isDirty || !isOpen) return undefined;
      isDirty = false;
      return file;
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** All or nothing: what a full disk took of it is given back, and would be cut off at the next start at the latest. */
function writeWhole(file: number, bytes: Buffer, at: number): void {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, at + written);
  } catch (error) {
    ftruncateSync(file, at);
    throw error;
  }
}

function spanOf(offset: number, { length, minMs, maxMs, stream, isPacked }: FrameHead): Span {
  return { offset, length: FRAME_HEAD_BYTES + length, minMs, maxMs, streams: [stream], isPacked };
}

/** @throws {LogStoreFullError} for whatever the disk says */
function fullWhen<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new LogStoreFullError(`Log events cannot be written: ${String(error)}`, { cause: error });
  }
}
