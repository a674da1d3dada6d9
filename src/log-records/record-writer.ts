import type { LogRecords, NewLogEvent } from '../model/index.ts';
import { AT, RECORD_HEAD_BYTES } from './record.ts';

/** What a writer begins with: a stream that says little needs no more. */
const FIRST_BYTES = 1_024;
/** UTF-8 takes so much at most of a unit of UTF-16. */
const BYTES_A_UNIT = 3;

/** Puts events of one stream together as bytes, one after the other, so that nothing of them is left for the garbage collector. */
export class RecordWriter {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
  #length = 0;
  #count = 0;

  /** @returns bytes that it takes */
  add(timestampMs: number, message: string): number {
    const at = this.#length;
    const most = at + RECORD_HEAD_BYTES + BYTES_A_UNIT * message.length;
    if (most > this.#bytes.length) this.#grow(most);
    const length = this.#bytes.write(message, at + RECORD_HEAD_BYTES);
    this.#view.setUint32(at + AT.length, length, true);
    this.#view.setFloat64(at + AT.timestamp, timestampMs, true);
    this.#length = at + RECORD_HEAD_BYTES + length;
    this.#count += 1;
    return RECORD_HEAD_BYTES + length;
  }

  /** What was added. The writer is not to be used any more. */
  records(): LogRecords {
    return { count: this.#count, bytes: this.#bytes.subarray(0, this.#length) };
  }

  #grow(atLeast: number): void {
    // Zeros, because what is not written of a record's head is none of ours to send.
    const grown = Buffer.alloc(Math.max(atLeast, 2 * this.#bytes.length));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer, grown.byteOffset);
  }
}

export function packEvents(events: readonly NewLogEvent[]): LogRecords {
  const writer = new RecordWriter();
  for (const { timestampMs, message } of events) writer.add(timestampMs, message);
  return writer.records();
}
