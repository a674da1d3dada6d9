import { crc32 } from 'node:zlib';
import {
  type Arrival,
  RECORD_HEAD_BYTES,
  recordTimes,
  stampRecords,
  unpackedLength,
  unpackRecords,
} from '../log-records/index.ts';
import type { LogRecords } from '../model/index.ts';

/**
 * What one append writes: records with a head that tells whether they are whole. Little-endian: a mark, length of the records, their
 * CRC-32, number of records, number of the stream (4 each); least and greatest timestamp, sequence of the first record, time of
 * ingestion (8 each, as doubles); CRC-32 of the head (4). Records that came in packed are kept so, and stamped when they are read.
 */
export const FRAME_HEAD_BYTES = 56;
const MARKS = { plain: 0x31_42_4c_53, packed: 0x32_42_4c_53 } as const;
const CHECKED_BYTES = 52;

export interface FrameHead extends Arrival {
  /** Bytes of its records as they lie there. */
  readonly length: number;
  readonly isPacked: boolean;
  readonly crc: number;
  readonly count: number;
  readonly minMs: number;
  readonly maxMs: number;
}

/** A frame that is to be written, and its records by themselves. */
export interface NewFrame {
  readonly bytes: Buffer;
  readonly head: FrameHead;
  /** As they lie there. */
  readonly records: Buffer;
}

/** @param records at least one @throws {RangeError} for bytes that are no records; of packed ones only what they say is looked at */
export function writeFrame({ count, bytes: given, packed }: LogRecords, arrival: Arrival): NewFrame {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD_BYTES + given.length);
  bytes.set(given, FRAME_HEAD_BYTES);
  const records = bytes.subarray(FRAME_HEAD_BYTES);
  const times = packed === undefined ? recordTimes(records, count) : claimedTimes(records, count, packed);
  if (packed === undefined) stampRecords(records, count, arrival);
  const kind = { length: records.length, isPacked: packed !== undefined };
  const head = { ...kind, crc: crc32(records), count, ...times, ...arrival };
  writeHead(bytes, head);
  return { bytes, head, records };
}

/** What a worker says of records that are believed until somebody reads them: files are named and indexed by it. */
function claimedTimes(records: Buffer, count: number, times: NonNullable<LogRecords['packed']>): typeof times {
  const { minMs, maxMs } = times;
  const isCount = Number.isInteger(count) && count * RECORD_HEAD_BYTES <= unpackedLength(records);
  const isTime = Number.isSafeInteger(minMs) && Number.isSafeInteger(maxMs) && minMs >= 0 && minMs <= maxMs;
  if (!isCount || !isTime) throw new RangeError(`These are not ${count} events of ${minMs} to ${maxMs}.`);
  return { minMs, maxMs };
}

/** Records that can be read. @param kept as they lie in a frame @throws {RangeError} for bytes that are no such records */
export function readableRecords(
  kept: Buffer,
  { isPacked, count, ...arrival }: Pick<FrameHead, 'isPacked' | 'count' | keyof Arrival>,
): Buffer {
  if (!isPacked) return kept;
  const records = unpackRecords(kept);
  stampRecords(records, count, arrival);
  return records;
}

/** What a frame would take if its records were not packed. @param at where it begins */
export function plainLength(bytes: Buffer, at: number, { isPacked, length }: FrameHead): number {
  return FRAME_HEAD_BYTES + (isPacked ? unpackedLength(bytes.subarray(at + FRAME_HEAD_BYTES)) : length);
}

function writeHead(bytes: Buffer, head: FrameHead): void {
  bytes.writeUInt32LE(head.isPacked ? MARKS.packed : MARKS.plain, 0);
  bytes.writeUInt32LE(head.length, 4);
  bytes.writeUInt32LE(head.crc, 8);
  bytes.writeUInt32LE(head.count, 12);
  bytes.writeUInt32LE(head.stream, 16);
  bytes.writeDoubleLE(head.minMs, 20);
  bytes.writeDoubleLE(head.maxMs, 28);
  bytes.writeDoubleLE(head.firstSequence, 36);
  bytes.writeDoubleLE(head.ingestedMs, 44);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECKED_BYTES)), CHECKED_BYTES);
}

/** The head of a frame that is whole; undefined where there is none, as behind a write that was cut off. */
export function readFrame(bytes: Buffer, at: number): FrameHead | undefined {
  const start = at + FRAME_HEAD_BYTES;
  const mark = start > bytes.length ? undefined : bytes.readUInt32LE(at);
  if (mark !== MARKS.plain && mark !== MARKS.packed) return undefined;
  if (crc32(bytes.subarray(at, at + CHECKED_BYTES)) !== bytes.readUInt32LE(at + CHECKED_BYTES)) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  const crc = bytes.readUInt32LE(at + 8);
  if (start + length > bytes.length || crc32(bytes.subarray(start, start + length)) !== crc) return undefined;
  return {
    length,
    isPacked: mark === MARKS.packed,
    crc,
    count: bytes.readUInt32LE(at + 12),
    stream: bytes.readUInt32LE(at + 16),
    minMs: bytes.readDoubleLE(at + 20),
    maxMs: bytes.readDoubleLE(at + 28),
    firstSequence: bytes.readDoubleLE(at + 36),
    ingestedMs: bytes.readDoubleLE(at + 44),
  };
}
