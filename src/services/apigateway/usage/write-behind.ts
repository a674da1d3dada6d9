/**
 * Writes what changed in batches: whatever is asked for while a batch is on its way goes into the next one, so that many
 * changes share a commit.
 * @param write must be done with a batch, or fail, before the next one
 */
export class WriteBehind<T> {
  readonly #write: (batch: readonly T[]) => Promise<void>;
  #dirty = new Set<T>();
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(write: (batch: readonly T[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when a batch with this has been written. @throws what `write` throws; this is written with the next batch then */
  put(changed: T): Promise<void> {
    this.#dirty.add(changed);
    this.#next ??= this.#afterRunning();
    return this.#next;
  }

  /** Resolves when nothing is on its way any more. */
  async drained(): Promise<void> {
    await (this.#next ?? this.#running).catch(() => undefined);
  }

  async #afterRunning(): Promise<void> {
    await this.#running.catch(() => undefined);
    const batch = [...this.#dirty];
    this.#dirty = new Set();
    this.#next = undefined;
    this.#running = this.#write(batch).catch((error: unknown) => {
      for (const changed of batch) this.#dirty.add(changed);
      throw error;
    });
    return this.#running;
  }
}
