import type { NewLogEvent } from '../model/index.ts';

/**
 * An event as bytes, little-endian: length of the message (4), number of its stream (4), timestamp, time of ingestion and sequence (8
 * each, as doubles), the message in UTF-8.
 */
const HEAD_BYTES = 32;

/** Events of one stream that come in together. */
export interface Arrival {
  readonly stream: number;
  readonly ingestedMs: number;
  /** Of the first; those after it count on. */
  readonly firstSequence: number;
}

export function recordBytes({ message }: NewLogEvent): number {
  return HEAD_BYTES + Buffer.byteLength(message);
}

/** @param bytes has room for all of them from `offset` on */
export function writeRecords(bytes: Buffer, offset: number, events: readonly NewLogEvent[], arrival: Arrival): void {
  let at = offset;
  let sequence = arrival.firstSequence;
  for (const { timestampMs, message } of events) {
    const length = bytes.write(message, at + HEAD_BYTES);
    bytes.writeUInt32LE(length, at);
    bytes.writeUInt32LE(arrival.stream, at + 4);
    bytes.writeDoubleLE(timestampMs, at + 8);
    bytes.writeDoubleLE(arrival.ingestedMs, at + 16);
    bytes.writeDoubleLE(sequence++, at + 24);
    at += HEAD_BYTES + length;
  }
}

/** Where the next record begins. */
export function recordEnd(bytes: Buffer, at: number): number {
  return at + HEAD_BYTES + bytes.readUInt32LE(at);
}

export function streamAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4);
}

export function timestampAt(bytes: Buffer, at: number): number {
  return bytes.readDoubleLE(at + 8);
}

export function ingestedAt(bytes: Buffer, at: number): number {
  return bytes.readDoubleLE(at + 16);
}

export function sequenceAt(bytes: Buffer, at: number): number {
  return bytes.readDoubleLE(at + 24);
}

export function messageAt(bytes: Buffer, at: number): string {
  return bytes.toString('utf8', at + HEAD_BYTES, recordEnd(bytes, at));
}

/** The offsets of all records, in order of time and sequence. @param end where the last one ends */
export function orderedRecords(bytes: Buffer, starts: readonly number[]): readonly number[] {
  return isOrdered(bytes, starts) ? starts : starts.toSorted((one, other) => compareRecords(bytes, one, other));
}

function isOrdered(bytes: Buffer, starts: readonly number[]): boolean {
  for (let n = 1; n < starts.length; n++) {
    if (compareRecords(bytes, starts[n - 1] as number, starts[n] as number) > 0) return false;
  }
  return true;
}

function compareRecords(bytes: Buffer, one: number, other: number): number {
  return timestampAt(bytes, one) - timestampAt(bytes, other) || sequenceAt(bytes, one) - sequenceAt(bytes, other);
}

/** The offsets of records that lie one behind the other. */
export function recordStarts(bytes: Buffer, from: number, end: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < end; at = recordEnd(bytes, at)) starts.push(at);
  return starts;
}
