import type { BodySource } from '../../http/index.ts';

/** A body that tells how many bytes of it were taken, once: when it has ended, failed, or nobody takes more of it. */
export class CountedBody implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #onEnd: ((bytes: number) => void) | undefined;
  #bytes = 0;

  constructor(body: BodySource, onEnd: (bytes: number) => void) {
    this.#iterator = body[Symbol.asyncIterator]();
    this.#onEnd = onEnd;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    try {
      const turn = await this.#iterator.next();
      if (turn.done === true) return this.#end();
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
