import { BufferedTransaction } from './buffered-transaction.ts';
import type { DocumentSource } from './document-source.ts';
import { overlay } from './overlay.ts';
import { WriteBuffer } from './write-buffer.ts';

/** Writes the transactions given, in order and all of them durably, or throws and writes none. */
export type Commit = (transactions: readonly WriteBuffer[]) => void;

type Work = (tx: BufferedTransaction) => Promise<unknown>;

interface Job {
  readonly work: Work;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The most transactions that share one commit, so that the first of them does not wait for an endless stream of others. */
const MAX_BATCH = 128;

/**
 * Runs transactions one after another, which makes them serialisable, and commits those that came together with one
 * write to disk (group commit). A transaction sees the ones before it in its batch; nobody outside hears of any result,
 * good or bad, before the batch is on disk.
 */
export class CommitQueue {
  readonly #documents: DocumentSource;
  readonly #commit: Commit;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(documents: DocumentSource, commit: Commit) {
    this.#documents = documents;
    this.#commit = commit;
  }

  run<R>(work: (tx: BufferedTransaction) => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve: (result) => resolve(result as R), reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Everything that the same turn of the event loop still brings shares the commit: with many callers that is most.
      await new Promise<void>((resolve) => setImmediate(resolve));
      await this.#runBatch(this.#waiting.splice(0, MAX_BATCH));
    }
    this.#running = undefined;
  }

  async #runBatch(jobs: readonly Job[]): Promise<void> {
    const earlier = new WriteBuffer();
    const documents = overlay(this.#documents, earlier);
    const committed: WriteBuffer[] = [];
    const settle: (() => void)[] = [];
    for (const { work, resolve, reject } of jobs) {
      const tx = new BufferedTransaction(documents);
      try {
        const result = await work(tx);
        settle.push(() => resolve(result));
        committed.push(tx.writes);
        earlier.absorb(tx.writes);
      } catch (error) {
        settle.push(() => reject(error));
      } finally {
        tx.end();
      }
    }
    try {
      if (!earlier.isEmpty) this.#commit(committed);
    } catch (error) {
      for (const { reject } of jobs) reject(error);
      return;
    }
    for (const report of settle) report();
  }
}
