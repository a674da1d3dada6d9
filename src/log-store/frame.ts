import { crc32 } from 'node:zlib';
import { type Arrival, stampRecords } from '../log-records/index.ts';
import type { LogRecords } from '../model/index.ts';

/**
 * What one append writes: records with a head that tells whether they are whole. Little-endian: a mark, length of the records, their
 * CRC-32, number of records, number of the stream (4 each); least and greatest timestamp, sequence of the first record, time of
 * ingestion (8 each, as doubles); CRC-32 of the head (4).
 */
export const FRAME_HEAD_BYTES = 56;
const MARK = 0x31_42_4c_53;
const CHECKED_BYTES = 52;

export interface FrameHead {
  /** Bytes of its records. */
  readonly length: number;
  readonly crc: number;
  readonly count: number;
  readonly stream: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly firstSequence: number;
  readonly ingestedMs: number;
}

/** A frame that is to be written, and its records by themselves. */
export interface NewFrame {
  readonly bytes: Buffer;
  readonly head: FrameHead;
  readonly records: Buffer;
}

/** @param records at least one @throws {RangeError} for bytes that are no records */
export function writeFrame({ count, bytes: packed }: LogRecords, arrival: Arrival): NewFrame {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD_BYTES + packed.length);
  bytes.set(packed, FRAME_HEAD_BYTES);
  const records = bytes.subarray(FRAME_HEAD_BYTES);
  const times = stampRecords(records, count, arrival);
  const head = { length: records.length, crc: crc32(records), count, ...times, ...arrival };
  writeHead(bytes, head);
  return { bytes, head, records };
}

function writeHead(bytes: Buffer, head: FrameHead): void {
  bytes.writeUInt32LE(MARK, 0);
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
  if (start > bytes.length || bytes.readUInt32LE(at) !== MARK) return undefined;
  if (crc32(bytes.subarray(at, at + CHECKED_BYTES)) !== bytes.readUInt32LE(at + CHECKED_BYTES)) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  const crc = bytes.readUInt32LE(at + 8);
  if (start + length > bytes.length || crc32(bytes.subarray(start, start + length)) !== crc) return undefined;
  return {
    length,
    crc,
    count: bytes.readUInt32LE(at + 12),
    stream: bytes.readUInt32LE(at + 16),
    minMs: bytes.readDoubleLE(at + 20),
    maxMs: bytes.readDoubleLE(at + 28),
    firstSequence: bytes.readDoubleLE(at + 36),
    ingestedMs: bytes.readDoubleLE(at + 44),
  };
}
