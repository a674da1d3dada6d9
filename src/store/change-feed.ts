import type { Change, Unsubscribe } from './store.ts';

type Listener = (changes: readonly Change[]) => void;

interface Subscription {
  readonly listener: Listener;
  /** The last sequence number that was delivered: what makes "each transaction once" hold however calls interleave. */
  position: number;
}

/** The subscribers to a store's changes. It remembers nothing else: older changes come from the store's own log. */
export class ChangeFeed {
  readonly #subscriptions = new Set<Subscription>();
  readonly #reportDefect: (error: unknown) => void;

  /** @param reportDefect told of what a listener throws; by default it becomes an uncaught exception */
  constructor(reportDefect = throwUncaught) {
    this.#reportDefect = reportDefect;
  }

  /** Delivers `older` (one array a transaction, in order), then everything that is published later. */
  subscribe(since: number, older: Iterable<readonly Change[]>, listener: Listener): Unsubscribe {
    const subscription: Subscription = { listener, position: since };
    for (const changes of older) this.#deliver(subscription, changes);
    this.#subscriptions.add(subscription);
    return () => this.#subscriptions.delete(subscription);
  }

  /** Delivers what one transaction did to every subscriber. */
  publish(changes: readonly Change[]): void {
    for (const subscription of this.#subscriptions) this.#deliver(subscription, changes);
  }

  #deliver(subscription: Subscription, changes: readonly Change[]): void {
    const last = changes.at(-1);
    if (last === undefined || last.sequence <= subscription.position) return;
    subscription.position = last.sequence;
    try {
      subscription.listener(changes);
    } catch (error) {
      this.#reportDefect(error);
    }
  }
}

/** The transaction is committed, and nobody who waits for it is to blame: the error may not come out where it arose. */
function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
