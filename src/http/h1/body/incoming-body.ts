import { EMPTY_BODY } from '../../body.ts';
import { type BodySource, BodyTooLargeError } from '../../exchange.ts';
import type { BytesTarget } from '../codec/index.ts';
import { COPIED_BYTES } from '../wire/index.ts';
import type { BodySink } from './body-sink.ts';
import { BodyStream } from './body-stream.ts';
import { Collector } from './collector.ts';

/** The connection that a body comes from. */
export interface BodyOrigin {
  /** Somebody wants the body: a client that waits for `100 Continue` is told so. Called once, before the first byte. */
  onWanted(): void;
  pause(): void;
  resume(): void;
  /** Who took the body has left it before its end, and will not be back. */
  onAbandoned(): void;
}

/** Bytes that are kept for whoever will want the body; with more, the connection is not read on until somebody does. */
const HELD_BYTES = 65_536;

/**
 * A body on its way in. The connection puts bytes in as they come; exactly one taker gets them: all at once when they are
 * here already (`takeArrived`), collected (`read`), by iteration (`stream`), or pushed into a sink (`flowInto`).
 */
export class IncomingBody implements BytesTarget {
  /** As the head declared it. */
  readonly length: number | 'chunked' | 'until-close';
  readonly #origin: BodyOrigin;
  /** Until somebody takes the body: its pieces. Borrowed from the connection until `keep`. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  #borrowed = true;
  #taken = false;
  #paused = false;
  #sink: BodySink | undefined;
  #ended = false;
  #failure: Error | undefined;

  constructor(length: IncomingBody['length'], origin: BodyOrigin) {
    this.length = length;
    this.#origin = origin;
  }

  /** A body that has come whole: it will ask nothing of its connection any more. @param bytes borrowed until `keep` */
  static whole(bytes: Buffer, origin: BodyOrigin): IncomingBody {
    const body = new IncomingBody(bytes.length, origin);
    body.#held.push(bytes);
    body.#ended = true;
    return body;
  }

  /** All of it has come. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Somebody has asked for it. */
  get taken(): boolean {
    return this.#taken;
  }

  /** No more bytes are wanted for now, so none can be expected. */
  get paused(): boolean {
    return this.#paused;
  }

  /**
   * The whole body, when it came together with its head and nobody has taken it; undefined otherwise. A small one (up to
   * `COPIED_BYTES`) is borrowed: it is good until the call in which it was given returns, and every `respond` and `send`
   * of this engine copies it in time.
   */
  takeArrived(): Buffer | undefined {
    if (!this.#ended || this.#taken) return undefined;
    this.#taken = true;
    const bytes = this.#joined();
    this.#held = [];
    return this.#borrowed && bytes.length > COPIED_BYTES ? Buffer.from(bytes) : bytes;
  }

  /**
   * Collects the whole body.
   * @throws {BodyTooLargeError} when it is, or is declared to be, larger than `limitBytes`
   * @throws {Error} when it was taken before, or the connection ends before it does
   */
  read(limitBytes: number): Promise<Buffer> {
    if (typeof this.length === 'number' && this.length > limitBytes) {
      return Promise.reject(new BodyTooLargeError(limitBytes));
    }
    return new Promise((resolve, reject) => {
      this.flowInto(new Collector(limitBytes, resolve, (error) => this.#leave(reject, error)));
    });
  }

  /** The body by iteration; the connection is read no faster than the iteration goes. */
  stream(): BodySource {
    const stream = new BodyStream(
      () => this.resume(),
      () => this.#abandon(),
    );
    this.flowInto(stream);
    return stream;
  }

  /** Pushes the body into `sink`, beginning with what has come. @throws {Error} when it was taken before */
  flowInto(sink: BodySink): void {
    if (this.#taken) throw new Error('A body can be taken once.');
    this.#taken = true;
    if (!this.#ended && this.#failure === undefined) this.#origin.onWanted();
    this.#sink = sink;
    const wasPaused = this.#paused;
    this.#paused = false;
    const held = this.#held;
    this.#held = [];
    for (const bytes of held) this.#push(sink, bytes);
    if (this.#failure !== undefined) sink.onFailure(this.#failure);
    else if (this.#ended) sink.onEnd();
    else if (wasPaused && !this.#paused) this.#origin.resume();
  }

  /** Lets the sink have more, after its `onBytes` gave false. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    if (!this.#ended && this.#failure === undefined) this.#origin.resume();
  }

  /** From the connection: more of the body, borrowed. */
  onBytes(bytes: Buffer): void {
    if (this.#sink !== undefined) {
      this.#push(this.#sink, bytes);
      return;
    }
    if (this.#taken) return;
    this.#held.push(this.#borrowed ? bytes : Buffer.from(bytes));
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > HELD_BYTES) this.#pause();
  }

  /** From the connection: the bytes given so far will be overwritten. */
  keep(): void {
    if (!this.#borrowed) return;
    this.#borrowed = false;
    this.#held = this.#held.map((bytes) => Buffer.from(bytes));
  }

  /** From the connection: the body is complete. */
  end(): void {
    this.#ended = true;
    this.#sink?.onEnd();
  }

  /** From the connection: the body will never be complete. */
  fail(error: Error): void {
    if (this.#ended || this.#failure !== undefined) return;
    this.#failure = error;
    this.#sink?.onFailure(error);
  }

  #leave(reject: (error: Error) => void, error: Error): void {
    reject(error);
    this.#abandon();
  }

  #abandon(): void {
    if (!this.#ended && this.#failure === undefined) this.#origin.onAbandoned();
  }

  #push(sink: BodySink, bytes: Buffer): void {
    if (!sink.onBytes(bytes)) this.#pause();
  }

  #pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#origin.pause();
  }

  #joined(): Buffer {
    const [first] = this.#held;
    if (first === undefined) return EMPTY_BODY;
    return this.#held.length === 1 ? first : Buffer.concat(this.#held);
  }
}
