import type { LogRecords, NewLogEvent } from '../model/index.ts';
import { AT, RECORD_HEAD_BYTES } from './record.ts';

/** What a writer begins with: a stream that says little needs no more. */
const FIRST_BYTES = 1_024;
/** More memory is given back when what was in it is forgotten. */
const KEPT_BYTES = 1_048_576;
/**
 * Messages become bytes together when they are this long: each call into the runtime costs as much as a short line. As long as they are text, the
 * garbage collector copies them and the pieces that they are made of.
 */
const TEXT_LENGTH = 2_048;
/** UTF-8 takes so much at most of a unit of UTF-16. */
const BYTES_A_UNIT = 3;
/** Room for a record's head: what is not written of it is zero. */
const HEAD = '\0'.repeat(RECORD_HEAD_BYTES);

/** Puts events of one stream together as bytes, one after the other, so that nothing of them is left for the garbage collector. */
export class RecordWriter {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
  #length = 0;
  #count = 0;
  /** What is not bytes yet: messages, each behind room for its head, and the same one by one. */
  #text = '';
  #messages: string[] = [];
  #times: number[] = [];

  /** @returns bytes that it takes, about */
  add(timestampMs: number, message: string): number {
    this.#text += HEAD;
    this.#text += message;
    this.#messages.push(message);
    this.#times.push(timestampMs);
    if (this.#text.length >= TEXT_LENGTH) this.#write();
    return RECORD_HEAD_BYTES + message.length;
  }

  /** What was added. The bytes are good until something is added after `clear`. */
  records(): LogRecords {
    this.#write();
    return { count: this.#count, bytes: this.#bytes.subarray(0, this.#length) };
  }

  /** Forgets what was added, and keeps its memory for what comes. */
  clear(): void {
    this.#text = '';
    this.#messages.length = 0;
    this.#times.length = 0;
    this.#length = 0;
    this.#count = 0;
    if (this.#bytes.length <= KEPT_BYTES) return;
    this.#bytes = Buffer.alloc(FIRST_BYTES);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
  }

  #write(): void {
    const most = this.#length + BYTES_A_UNIT * this.#text.length;
    if (most > this.#bytes.length) this.#grow(most);
    // As many bytes as letters: all of it is ASCII, and lies where its letters were.
    if (this.#bytes.write(this.#text, this.#length) === this.#text.length) this.#writeHeads();
    else this.#writeEach();
    this.#count += this.#messages.length;
    this.#text = '';
    this.#messages.length = 0;
    this.#times.length = 0;
  }

  #writeHeads(): void {
    for (let n = 0; n < this.#messages.length; n++) this.#endRecord(n, (this.#messages[n] as string).length);
  }

  #writeEach(): void {
    for (let n = 0; n < this.#messages.length; n++) {
      this.#bytes.fill(0, this.#length, this.#length + RECORD_HEAD_BYTES);
      this.#endRecord(n, this.#bytes.write(this.#messages[n] as string, this.#length + RECORD_HEAD_BYTES));
    }
  }

  #endRecord(n: number, length: number): void {
    const at = this.#length;
    this.#view.setUint32(at + AT.length, length, true);
    this.#view.setFloat64(at + AT.timestamp, this.#times[n] as number, true);
    this.#length = at + RECORD_HEAD_BYTES + length;
  }

  #grow(atLeast: number): void {
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
