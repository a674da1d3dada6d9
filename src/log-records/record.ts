import type { LogRecords, StoredLogEvent } from '../model/index.ts';

/**
 * An event as bytes, little-endian: length of the message (4), number of its stream (4), timestamp, time of ingestion and sequence (8
 * each, as doubles), the message in UTF-8. What is known only where events are kept is zero until they are stamped.
 */
export const RECORD_HEAD_BYTES = 32;
/** Offsets in a record. */
export const AT = { length: 0, stream: 4, timestamp: 8, ingested: 16, sequence: 24 } as const;

/** Events of one stream that come in together. */
export interface Arrival {
  readonly stream: number;
  readonly ingestedMs: number;
  /** Of the first; those after it count on. */
  readonly firstSequence: number;
}

/**
 * Writes into records what they came in with.
 * @param bytes records and nothing else
 * @throws {RangeError} for bytes that are not so many records
 */
export function stampRecords(bytes: Buffer, count: number, { stream, ingestedMs, firstSequence }: Arrival): void {
  const view = viewOf(bytes);
  let at = 0;
  for (let n = 0; n < count; n++) {
    view.setUint32(at + AT.stream, stream, true);
    view.setFloat64(at + AT.ingested, ingestedMs, true);
    view.setFloat64(at + AT.sequence, firstSequence + n, true);
    at += RECORD_HEAD_BYTES + view.getUint32(at + AT.length, true);
  }
  if (at !== bytes.length) throw new RangeError(`${bytes.length} bytes are not ${count} records.`);
}

/** The least and greatest timestamp of records. @throws {RangeError} for bytes that are not so many records */
export function recordTimes(bytes: Buffer, count: number): { readonly minMs: number; readonly maxMs: number } {
  const view = viewOf(bytes);
  let minMs = Number.POSITIVE_INFINITY;
  let maxMs = Number.NEGATIVE_INFINITY;
  let at = 0;
  for (let n = 0; n < count; n++) {
    const timestampMs = view.getFloat64(at + AT.timestamp, true);
    if (timestampMs < minMs) minMs = timestampMs;
    if (timestampMs > maxMs) maxMs = timestampMs;
    at += RECORD_HEAD_BYTES + view.getUint32(at + AT.length, true);
  }
  if (at !== bytes.length) throw new RangeError(`${bytes.length} bytes are not ${count} records.`);
  return { minMs, maxMs };
}

/** Where the next record begins. */
export function recordEnd(bytes: Buffer, at: number): number {
  return at + RECORD_HEAD_BYTES + bytes.readUInt32LE(at);
}

export function streamAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + AT.stream);
}

export function timestampAt(bytes: Buffer, at: number): number {
  return bytes.readDoubleLE(at + AT.timestamp);
}

export function sequenceAt(bytes: Buffer, at: number): number {
  return bytes.readDoubleLE(at + AT.sequence);
}

export function messageAt(bytes: Buffer, at: number): string {
  return bytes.toString('utf8', at + RECORD_HEAD_BYTES, recordEnd(bytes, at));
}

/** @param stream its name */
export function eventAt(bytes: Buffer, at: number, stream: string): StoredLogEvent {
  return {
    stream,
    timestampMs: timestampAt(bytes, at),
    ingestedMs: bytes.readDoubleLE(at + AT.ingested),
    sequence: sequenceAt(bytes, at),
    message: messageAt(bytes, at),
  };
}

/** The offsets of records that lie one behind the other. */
export function recordStarts(bytes: Buffer, from: number, end: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < end; at = recordEnd(bytes, at)) starts.push(at);
  return starts;
}

/** The messages of records, in order. */
export function messagesOf({ bytes }: LogRecords): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return recordStarts(buffer, 0, buffer.length).map((at) => messageAt(buffer, at));
}

/** The offsets of all records, in order of time and sequence. @param starts in order of sequence, as they are in a log */
export function orderedRecords(bytes: Buffer, starts: readonly number[]): readonly number[] {
  const view = viewOf(bytes);
  // `from` with a function costs ten times as much.
  const times = new Float64Array(starts.length);
  for (let n = 0; n < starts.length; n++) times[n] = view.getFloat64((starts[n] as number) + AT.timestamp, true);
  if (isOrdered(times)) return starts;
  const places = new Uint32Array(starts.length);
  for (let n = 0; n < starts.length; n++) places[n] = n;
  places.sort((one, other) => (times[one] as number) - (times[other] as number) || one - other);
  return Array.from(places, (place) => starts[place] as number);
}

function isOrdered(times: Float64Array): boolean {
  for (let n = 1; n < times.length; n++) {
    if ((times[n - 1] as number) > (times[n] as number)) return false;
  }
  return true;
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
