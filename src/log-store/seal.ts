import { open, readFile, rename } from 'node:fs/promises';
import type { PacedWork } from '../event-loop/index.ts';
import { orderedRecords, recordEnd, recordStarts, streamAt, timestampAt } from '../log-records/index.ts';
import { type SegmentFile, segmentName } from './file-names.ts';
import { FRAME_HEAD_BYTES, type FrameHead, readableRecords, readFrame } from './frame.ts';
import { OVERLAPPING_PACKETS, PACKET_MS, SPAN_BYTES, SPAN_STREAMS } from './limits.ts';
import { LOG_HEAD_BYTES } from './open-log.ts';
import { mostAtOnce } from './overlap.ts';
import { type SegmentWriter, writeSegment } from './segment.ts';
import type { Span } from './span.ts';

/** A frame of a log that is being sealed. */
interface SealedFrame {
  readonly head: FrameHead;
  /** As they lie there. */
  readonly records: Buffer;
  /** Where they begin in the log. */
  readonly from: number;
}

/** Records in some bytes, by their offsets, in order of sequence. */
interface Records {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
}

/** What becomes of the frames of a log. */
interface Sorting {
  readonly asTheyAre: readonly SealedFrame[];
  readonly sorted: Records;
}

/**
 * Makes a segment of a log that gets no more events: sorted, compressed, without streams that were deleted. What came in packed stays so,
 * unless it could not be read in little memory: where much of it lies at one time, or some in a long time. The log stays where it is.
 * @param isKept of a stream, by its number
 * @param work does it piece by piece: all of it at once keeps a processor for a tenth of a second from whoever has to answer
 * @returns undefined when nothing of it is to be kept
 */
export async function sealLog(
  folder: string,
  log: { readonly path: string; readonly generation: number },
  isKept: (stream: number) => boolean,
  work: PacedWork,
): Promise<SegmentFile | undefined> {
  const bytes = await readFile(log.path);
  const frames = await work.add(() => framesOf(bytes).filter(({ head }) => isKept(head.stream)));
  if (frames.length === 0) return undefined;
  const { asTheyAre, sorted } = await work.add(() => sortingOf(bytes, frames));
  const segment = { generation: log.generation, ...timesOf(frames) };
  const name = segmentName(segment);
  const unfinished = `${folder}/${log.generation}.tmp`;
  const file = await open(unfinished, 'w', 0o640);
  try {
    const writer = writeSegment(file);
    for (const { head, records } of asTheyAre) await work.add(() => writer.addPacked(records, head));
    await addSorted(writer, sorted, work);
    await work.add(() => writer.finish());
  } finally {
    await file.close();
  }
  await rename(unfinished, `${folder}/${name}`);
  return { ...segment, name };
}

function framesOf(bytes: Buffer): readonly SealedFrame[] {
  const frames: SealedFrame[] = [];
  let at = LOG_HEAD_BYTES;
  for (let head = readFrame(bytes, at); head !== undefined; head = readFrame(bytes, at)) {
    const from = at + FRAME_HEAD_BYTES;
    at = from + head.length;
    frames.push({ head, records: bytes.subarray(from, at), from });
  }
  return frames;
}

/** There may be a hundred thousand. */
function timesOf(frames: readonly SealedFrame[]): { readonly minMs: number; readonly maxMs: number } {
  let minMs = Number.POSITIVE_INFINITY;
  let maxMs = Number.NEGATIVE_INFINITY;
  for (const { head } of frames) {
    minMs = Math.min(minMs, head.minMs);
    maxMs = Math.max(maxMs, head.maxMs);
  }
  return { minMs, maxMs };
}

function sortingOf(bytes: Buffer, frames: readonly SealedFrame[]): Sorting {
  const packets = frames.filter(({ head }) => head.isPacked && head.maxMs - head.minMs <= PACKET_MS);
  const packed = new Set(mostAtOnce(packets.map(({ head }) => head)) <= OVERLAPPING_PACKETS ? packets : []);
  const others = frames.filter((frame) => !packed.has(frame));
  if (others.some(({ head }) => head.isPacked)) return unpackedSorting([...packed], others);
  // Where they lie in the log.
  const starts = others.flatMap(({ head, from }) => recordStarts(bytes, from, from + head.length));
  return { asTheyAre: [...packed], sorted: { bytes, starts } };
}

/** What cannot be unpacked stays as it is, too: it is whole, so whoever sent it sent no records, and whoever reads it is told. */
function unpackedSorting(packed: readonly SealedFrame[], others: readonly SealedFrame[]): Sorting {
  const unreadable: SealedFrame[] = [];
  const readable: Buffer[] = [];
  for (const frame of others) {
    try {
      readable.push(readableRecords(frame.records, frame.head));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unreadable.push(frame);
    }
  }
  const bytes = Buffer.concat(readable);
  return { asTheyAre: [...packed, ...unreadable], sorted: { bytes, starts: recordStarts(bytes, 0, bytes.length) } };
}

async function addSorted(writer: SegmentWriter, { bytes, starts }: Records, work: PacedWork): Promise<void> {
  const spans = spansOf(bytes, await work.add(() => orderedRecords(bytes, starts)));
  const addNext = async (): Promise<boolean> => {
    const { value: span } = spans.next();
    if (span !== undefined) await writer.add(span.records, span);
    return span !== undefined;
  };
  while (await work.add(addNext));
}

function* spansOf(
  bytes: Buffer,
  records: readonly number[],
): Generator<{ readonly records: Buffer } & Pick<Span, 'minMs' | 'maxMs' | 'streams'>> {
  let from = 0;
  let length = 0;
  for (let n = 0; n < records.length; n++) {
    const at = records[n] as number;
    length += recordEnd(bytes, at) - at;
    if (length < SPAN_BYTES && n < records.length - 1) continue;
    const members = records.slice(from, n + 1);
    const streams = new Set(members.map((member) => streamAt(bytes, member)));
    yield {
      records: copyOf(bytes, members, length),
      minMs: timestampAt(bytes, members[0] as number),
      maxMs: timestampAt(bytes, at),
      streams: streams.size > SPAN_STREAMS ? undefined : [...streams],
    };
    from = n + 1;
    length = 0;
  }
}

/** Records one behind the other. @param length of all of them */
function copyOf(bytes: Buffer, records: readonly number[], length: number): Buffer {
  const copy = Buffer.allocUnsafe(length);
  let to = 0;
  for (const at of records) to += bytes.copy(copy, to, at, recordEnd(bytes, at));
  return copy;
}
