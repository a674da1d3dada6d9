import { open, readFile, rename } from 'node:fs/promises';
import { orderedRecords, recordEnd, recordStarts, streamAt, timestampAt } from '../log-records/index.ts';
import { type SegmentFile, segmentName } from './file-names.ts';
import { FRAME_HEAD_BYTES, readFrame } from './frame.ts';
import { SPAN_BYTES, SPAN_STREAMS } from './limits.ts';
import { LOG_HEAD_BYTES } from './open-log.ts';
import { writeSegment } from './segment.ts';
import type { Span } from './span.ts';

/**
 * Makes a segment of a log that gets no more events: sorted, compressed, without streams that were deleted. The log stays where it is.
 * @param isKept of a stream, by its number
 * @returns undefined when nothing of it is to be kept
 */
export async function sealLog(
  folder: string,
  log: { readonly path: string; readonly generation: number },
  isKept: (stream: number) => boolean,
): Promise<SegmentFile | undefined> {
  const bytes = await readFile(log.path);
  const records = orderedRecords(bytes, keptRecords(bytes, isKept));
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const segment = { generation: log.generation, minMs: timestampAt(bytes, first), maxMs: timestampAt(bytes, last) };
  const name = segmentName(segment);
  const unfinished = `${folder}/${log.generation}.tmp`;
  const file = await open(unfinished, 'w', 0o640);
  try {
    const writer = writeSegment(file);
    for (const span of spansOf(bytes, records)) await writer.add(span.records, span);
    await writer.finish();
  } finally {
    await file.close();
  }
  await rename(unfinished, `${folder}/${name}`);
  return { ...segment, name };
}

function keptRecords(bytes: Buffer, isKept: (stream: number) => boolean): readonly number[] {
  const kept: number[][] = [];
  let at = LOG_HEAD_BYTES;
  for (let head = readFrame(bytes, at); head !== undefined; head = readFrame(bytes, at)) {
    const end = at + FRAME_HEAD_BYTES + head.length;
    if (isKept(head.stream)) kept.push(recordStarts(bytes, at + FRAME_HEAD_BYTES, end));
    at = end;
  }
  return kept.flat();
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
