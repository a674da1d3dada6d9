import type { BodySource } from '../../http/index.ts';

/** A body that tells how many bytes of it were taken, once: when it has ended, failed, or nobody takes more of it. */
export class CountedBody implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #onEnd: ((bytes: number) => void) | undefined;
  readonly #onFirst: (() => void) | undefined;
  #bytes = 0;

  /** @param onFirst called when the first of its bytes are there */
  constructor(body: BodySource, onEnd: (bytes: number) => void, onFirst?: () => void) {
    this.#iterator = body[Symbol.asyncIterator]();
    this.#onEnd = onEnd;
    this.#onFirst = onFirst;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    try {
      const turn = await this.#iterator.next();
      if (turn.done === true) return this.#end();
      if (this.#bytes === 0) this.#onFirst?.();
      this.#bytes += turn.value.length;
      return turn;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    const ended = this.#end();
    await this.#iterator.return?.();
    return ended;
  }

  #end(): IteratorResult<Uint8Array, undefined> {
    const onEnd = this.#onEnd;
    this.#onEnd = undefined;
    onEnd?.(this.#bytes);
    return { done: true, value: undefined };
  }
}
