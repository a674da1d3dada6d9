import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { EMBEDDED_METRICS_MARK } from '../embedded-metrics/index.ts';
import type { LogRecords } from '../model/index.ts';
import { recordTimes } from './record.ts';

/**
 * Half the time of deflate at its fastest, and a tenth smaller. With a window of 64 KB the compressor needs so little memory that the system does not
 * take it back each time, which costs five times as much as compressing (decision 0036).
 */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 } };
/** What is packed begins with the length of what is in it. */
const LENGTH_BYTES = 4;
/** Fewer bytes gain too little to be worth a packet of their own. Ours. */
const WORTH_BYTES = 16_384;
/** More is not packed, so that whoever unpacks knows what it takes at most. What workers gather is less, but for one very long line. Ours. */
export const PACKED_BYTES = 2_097_152;

/**
 * Compresses records, so that they are sent, written and kept as they are from there on. In one go: what a few hundred lines take, some 0.1
 * ms, is half of what it takes to have it done by another thread.
 * @param worthBytes how long they have to be for it
 * @returns copies of few records, of very many, and of records that may embed metrics, since somebody reads those at once
 */
export function packRecords(records: LogRecords, worthBytes = WORTH_BYTES): LogRecords {
  const bytes = bufferOf(records.bytes);
  if (bytes.length < worthBytes || bytes.length > PACKED_BYTES || mayEmbedMetrics(bytes)) return copyRecords(records);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  const packed = Buffer.concat([length, brotliCompressSync(bytes, FAST)]);
  return { count: records.count, bytes: packed, packed: recordTimes(bytes, records.count) };
}

/** The same records in memory of their own. */
export function copyRecords({ count, bytes }: LogRecords): LogRecords {
  return { count, bytes: Buffer.from(bytes) };
}

/** How long packed records say they are without it. @throws {RangeError} for more than is ever packed, and for bytes that say nothing */
export function unpackedLength(packed: Buffer): number {
  const length = packed.readUInt32LE(0);
  if (length === 0 || length > PACKED_BYTES) throw new RangeError(`${length} bytes are not packed.`);
  return length;
}

/** @throws {RangeError} for bytes that are not packed records */
export function unpackRecords(packed: Buffer): Buffer {
  const length = unpackedLength(packed);
  const bytes = decompress(packed.subarray(LENGTH_BYTES), length);
  if (bytes.length !== length) throw new RangeError(`${bytes.length} bytes were unpacked in place of ${length}.`);
  return bytes;
}

/** Whether metrics may be embedded in any of the messages; of records that are not packed. */
export function mayEmbedMetrics(records: Buffer): boolean {
  return records.includes(EMBEDDED_METRICS_MARK);
}

function decompress(bytes: Buffer, maxOutputLength: number): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength });
  } catch (error) {
    throw new RangeError(`${bytes.length} bytes cannot be unpacked: ${String(error)}`, { cause: error });
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
