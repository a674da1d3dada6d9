import type { RuntimeEvent } from '../runtime-api.ts';

/**
 * What a runtime of ours says on its channel. A frame is the length of its body (four bytes, the highest first), its kind (one
 * byte), its body. `bootstraps/nodejs/channel.cjs` and `bootstraps/python/sallyport_runtime/channel.py` are the other end.
 */
export const FRAME = {
  /** It asks for work, without having answered any before. */
  ready: 1,
  /** An answer, JSON; it asks for more with it, as it does with the next one. */
  answer: 2,
  /** An error object. */
  error: 3,
  /** The same, and it will exit. */
  lastError: 4,
  initError: 5,
  /** An answer that is streamed begins: its content type. */
  streamBegin: 6,
  piece: 7,
  /** The answer is complete. */
  streamEnd: 8,
  /** Or it is not: the error's type, a line end, the error object. */
  streamError: 9,
} as const;

const HEADER_BYTES = 5;
/** The lengths of all that follows, and of the lines among it. */
const INVOCATION_HEADER_BYTES = 8;

/**
 * An invocation as it is handed to a runtime: two lengths (of all that follows, and of the lines), then lines with the request's id,
 * its deadline, the function's ARN, the trace id and the client context (empty for none), then the payload.
 */
export function invocationFrame(event: RuntimeEvent): Buffer {
  const { requestId, deadlineMs, functionArn, traceId, clientContext = '', payload } = event;
  const lines = `${requestId}\n${deadlineMs}\n${functionArn}\n${traceId}\n${clientContext}`;
  const lineBytes = Buffer.byteLength(lines);
  const frame = Buffer.allocUnsafe(INVOCATION_HEADER_BYTES + lineBytes + payload.byteLength);
  frame.writeUInt32BE(lineBytes + payload.byteLength, 0);
  frame.writeUInt32BE(lineBytes, 4);
  frame.write(lines, INVOCATION_HEADER_BYTES);
  frame.set(payload, INVOCATION_HEADER_BYTES + lineBytes);
  return frame;
}

/**
 * Cuts what a runtime sends into frames, and keeps nothing of the chunks that it is given. What is larger than it may be is read to its
 * end and not kept.
 */
export class FrameReader {
  readonly #maxBodyBytes: number;
  readonly #onFrame: (kind: number, body: Buffer | 'too-large') => void;
  /** The beginning of a frame, and how much of it there must be before it is looked at again. */
  #pieces: Buffer[] = [];
  #bytes = 0;
  #wanted = 0;
  /** Of a frame that is too large. */
  #dropped: { readonly kind: number; left: number } | undefined;

  constructor(maxBodyBytes: number, onFrame: (kind: number, body: Buffer | 'too-large') => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    const rest = this.#drop(chunk);
    if (rest.length === 0) return;
    if (this.#bytes === 0) return this.#read(rest, false);
    this.#pieces.push(Buffer.from(rest));
    this.#bytes += rest.length;
    if (this.#bytes < this.#wanted) return;
    const all = Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [];
    this.#bytes = 0;
    this.#read(all, true);
  }

  /** @param isOurs whether nobody else writes to these bytes */
  #read(bytes: Buffer, isOurs: boolean): void {
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      const length = bytes.readUInt32BE(at);
      const kind = bytes[at + 4] ?? 0;
      const bodyAt = at + HEADER_BYTES;
      if (length > this.#maxBodyBytes) {
        this.#dropped = { kind, left: length };
        return this.push(bytes.subarray(bodyAt));
      }
      if (bytes.length - bodyAt < length) return this.#keep(bytes.subarray(at), HEADER_BYTES + length);
      at = bodyAt + length;
      const body = bytes.subarray(bodyAt, at);
      this.#onFrame(kind, isOurs ? body : Buffer.from(body));
    }
    if (at < bytes.length) this.#keep(bytes.subarray(at), HEADER_BYTES);
  }

  #keep(rest: Buffer, wanted: number): void {
    this.#pieces = [Buffer.from(rest)];
    this.#bytes = rest.length;
    this.#wanted = wanted;
  }

  /** Forgets what belongs to a frame that is too large; gives what follows it. */
  #drop(chunk: Buffer): Buffer {
    const dropped = this.#dropped;
    if (dropped === undefined) return chunk;
    const ofIt = Math.min(dropped.left, chunk.length);
    dropped.left -= ofIt;
    if (dropped.left === 0) {
      this.#dropped = undefined;
      this.#onFrame(dropped.kind, 'too-large');
    }
    return chunk.subarray(ofIt);
  }
}
