import type { BodySink } from './body-sink.ts';

type Turn = IteratorResult<Buffer, undefined>;

interface Waiter {
  resolve(turn: Turn): void;
  reject(error: Error): void;
}

/** Bytes that may wait for the iteration before the connection is paused. */
const WAITING_BYTES = 65_536;

/** A body by iteration. Whoever leaves the loop early abandons the body. */
export class BodyStream implements BodySink, AsyncIterableIterator<Buffer, undefined> {
  readonly #resume: () => void;
  readonly #abandon: () => void;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #waiter: Waiter | undefined;
  #ended = false;
  #left = false;
  #failure: Error | undefined;

  /** @param resume lets more come after `onBytes` gave false */
  constructor(resume: () => void, abandon: () => void) {
    this.#resume = resume;
    this.#abandon = abandon;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Turn> {
    const piece = this.#pieces.shift();
    if (piece !== undefined) {
      this.#bytes -= piece.length;
      if (this.#bytes === 0) this.#resume();
      return Promise.resolve({ done: false, value: piece });
    }
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#ended || this.#left) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
  }

  return(): Promise<Turn> {
    this.#left = true;
    this.#pieces = [];
    this.#abandon();
    return Promise.resolve({ done: true, value: undefined });
  }

  onBytes(bytes: Buffer): boolean {
    if (this.#left) return true;
    const piece = Buffer.from(bytes);
    const waiter = this.#waiter;
    if (waiter !== undefined) {
      this.#waiter = undefined;
      waiter.resolve({ done: false, value: piece });
      return true;
    }
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    return this.#bytes < WAITING_BYTES;
  }

  onEnd(): void {
    this.#ended = true;
    this.#waiter?.resolve({ done: true, value: undefined });
    this.#waiter = undefined;
  }

  onFailure(error: Error): void {
    this.#failure = error;
    this.#waiter?.reject(error);
    this.#waiter = undefined;
  }
}
