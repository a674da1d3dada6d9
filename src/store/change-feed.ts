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

  /** Delivers `older` (one array a transaction, in order), then everything that is published later. */
  subscribe(since: number, older: Iterable<readonly Change[]>, listener: Listener): Unsubscribe {
    const subscription: Subscription = { listener, position: since };
    for (const changes of older) deliver(subscription, changes);
    this.#subscriptions.add(subscription);
    return () => this.#subscriptions.delete(subscription);
  }

  /** Delivers what one transaction did to every subscriber. */
  publish(changes: readonly Change[]): void {
    for (const subscription of this.#subscriptions) deliver(subscription, changes);
  }
}

function deliver(subscription: Subscription, changes: readonly Change[]): void {
  const last = changes.at(-1);
  if (last === undefined || last.sequence <= subscription.position) return;
  subscription.position = last.sequence;
  try {
    subscription.listener(changes);
  } catch (error) {
    // The transaction is committed; nobody who waits for it is to blame for a subscriber's defect.
    queueMicrotask(() => {
      throw error;
    });
  }
}
