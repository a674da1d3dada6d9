import { EXTENSION_LIMITS } from '../limits.ts';
import { Subscriber } from './subscriber.ts';
import type { Subscription } from './subscription.ts';
import type { TelemetryEvent } from './telemetry-event.ts';

/** The telemetry of one instance: what of its init phase waits for subscribers, and the subscribers. */
export class Telemetry {
  readonly #now: () => number;
  readonly #subscribers = new Map<string, Subscriber>();
  /** Of the init phase, for those who subscribe in it; undefined when it is over. */
  #early: TelemetryEvent[] | undefined = [];
  #earlyLength = 0;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether anybody gets what is emitted, or may yet. */
  get isHeard(): boolean {
    return this.#subscribers.size > 0 || this.#early !== undefined;
  }

  /** Whether one may still subscribe: AWS takes subscriptions in the init phase alone. */
  get isOpen(): boolean {
    return this.#early !== undefined;
  }

  /** A second subscription of an extension takes the place of its first. */
  subscribe(extensionId: string, subscription: Subscription): void {
    this.#subscribers.get(extensionId)?.close();
    const subscriber = new Subscriber(subscription, this.#now);
    this.#subscribers.set(extensionId, subscriber);
    for (const event of this.#early ?? []) subscriber.add(event);
  }

  emit(type: string, record: unknown, timeMs: number = this.#now()): void {
    if (!this.isHeard) return;
    const event = { time: new Date(timeMs).toISOString(), type, record };
    this.#keepEarly(event);
    for (const subscriber of this.#subscribers.values()) subscriber.add(event);
  }

  #keepEarly(event: TelemetryEvent): void {
    const { events, characters } = EXTENSION_LIMITS.early;
    if (this.#early === undefined || this.#early.length >= events) return;
    // Lines alone can be long.
    const length = typeof event.record === 'string' ? event.record.length : 0;
    if (this.#earlyLength + length > characters) return;
    this.#earlyLength += length;
    this.#early.push(event);
  }

  /** The init phase is over. */
  endInit(): void {
    this.#early = undefined;
  }

  /** Sends what waits. */
  async flush(): Promise<void> {
    await Promise.all([...this.#subscribers.values()].map((subscriber) => subscriber.flush()));
  }

  close(): void {
    for (const subscriber of this.#subscribers.values()) subscriber.close();
  }
}
