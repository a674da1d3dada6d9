import { EXTENSION_LIMITS } from '../limits.ts';
import { postBatch } from './post.ts';
import type { Subscription } from './subscription.ts';
import { categoryOf, type TelemetryEvent } from './telemetry-event.ts';

/**
 * One subscriber: what waits for it, and one batch on its way at a time. What is more than its buffer holds is dropped and counted,
 * as on AWS (`platform.logsDropped`).
 */
export class Subscriber {
  readonly #subscription: Subscription;
  readonly #now: () => number;
  /** As JSON text. */
  #waiting: string[] = [];
  #waitingBytes = 0;
  #dropped = { records: 0, bytes: 0 };
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #isClosed = false;

  constructor(subscription: Subscription, now: () => number) {
    this.#subscription = subscription;
    this.#now = now;
  }

  add(event: TelemetryEvent): void {
    const { types, maxItems, maxBytes, timeoutMs } = this.#subscription;
    if (this.#isClosed || !types.includes(categoryOf(event))) return;
    const text = JSON.stringify(event);
    const bytes = Buffer.byteLength(text);
    if (this.#waitingBytes + bytes > maxBytes || this.#waiting.length >= maxItems) {
      // A full buffer goes at once; what comes while that is on its way finds no room.
      void this.flush();
      if (this.#waiting.length > 0) {
        this.#dropped = { records: this.#dropped.records + 1, bytes: this.#dropped.bytes + bytes };
        return;
      }
    }
    this.#waiting.push(text);
    this.#waitingBytes += bytes;
    this.#timer ??= setTimeout(() => void this.flush(), timeoutMs).unref();
  }

  /** Sends what waits, unless a batch is on its way: then its end does. Resolves when that is done. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const batch = this.#take();
      while (!(await this.#post(batch))) {
        if (this.#isClosed) return;
        await new Promise((resolve) => setTimeout(resolve, EXTENSION_LIMITS.deliveryRetryMs).unref());
      }
      this.#tellDropped();
    }
  }

  #take(): string {
    const batch = `[${this.#waiting.join(',')}]`;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return batch;
  }

  #post(batch: string): Promise<boolean> {
    return postBatch(this.#subscription.port, this.#subscription.path, batch, EXTENSION_LIMITS.deliveryTimeoutMs);
  }

  #tellDropped(): void {
    const { records, bytes } = this.#dropped;
    if (records === 0) return;
    this.#dropped = { records: 0, bytes: 0 };
    const reason = 'Some logs were dropped because the downstream consumer is slower than the logs production rate';
    const record = { reason, droppedRecords: records, droppedBytes: bytes };
    this.add({ time: new Date(this.#now()).toISOString(), type: 'platform.logsDropped', record });
  }
}
