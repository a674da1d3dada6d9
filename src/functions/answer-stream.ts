import type { StreamEnd } from '../model/index.ts';
import { LIMITS } from './limits.ts';

/**
 * An answer on its way from a runtime to its reader, piece by piece. What the reader has not taken is bounded: the sender is
 * told to pause. A reader that has left stops nobody: what comes then is dropped.
 */
export class AnswerStream implements AsyncIterator<Uint8Array, StreamEnd> {
  readonly #resume: () => void;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #end: StreamEnd | undefined;
  #left = false;
  #wake: (() => void) | undefined;

  /** @param resume tells the sender to go on; called only after `write` has said to pause */
  constructor(resume: () => void) {
    this.#resume = resume;
  }

  /** Takes a piece; false when the sender shall pause. */
  write(piece: Uint8Array): boolean {
    if (this.#left) return true;
    this.#pieces.push(piece);
    this.#bytes += piece.byteLength;
    this.#wake?.();
    return this.#bytes < LIMITS.unreadAnswerBytes;
  }

  /** No piece follows. A second end counts for nothing. */
  end(end: StreamEnd): void {
    this.#end ??= end;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Uint8Array, StreamEnd>> {
    while (this.#pieces.length === 0 && this.#end === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    const value = this.#take();
    if (value !== undefined) return { done: false, value };
    return { done: true, value: this.#end ?? { logTail: '' } };
  }

  async return(): Promise<IteratorResult<Uint8Array, StreamEnd>> {
    this.#left = true;
    this.#take();
    this.#resume();
    return { done: true, value: this.#end ?? { logTail: '' } };
  }

  /** All that waits, as one piece: small pieces that came together cost one hop. */
  #take(): Uint8Array | undefined {
    const [first, ...others] = this.#pieces;
    if (first === undefined) return undefined;
    const wasFull = this.#bytes >= LIMITS.unreadAnswerBytes;
    this.#pieces = [];
    this.#bytes = 0;
    if (wasFull) this.#resume();
    return others.length === 0 ? first : Buffer.concat([first, ...others]);
  }
}
