import type { Scope } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { actionItem } from '../history/data.ts';
import { appendHistory } from '../history/documents.ts';
import { type Delivery, deliveries } from './documents.ts';

/** A delivery is given up a day after the transition; until then it is tried again, at first after a second. */
export const RETRIES = { firstMs: 1_000, mostMs: 300_000, giveUpMs: 86_400_000 } as const;

/** An action to take, and where it belongs. */
export interface DueDelivery {
  readonly scope: Scope;
  readonly delivery: Delivery;
}

/** What is to be delivered, kept until it has been or is given up. */
export interface DeliveryDesk {
  /** All that there is, whether due or not, the oldest transition first. */
  list(): Promise<readonly DueDelivery[]>;
  /** @param message what was sent, for the history */
  succeeded(due: DueDelivery, message: string, nowMs: number): Promise<void>;
  /** @param isFinal whether trying again would not help */
  failed(due: DueDelivery, error: string, isFinal: boolean, nowMs: number): Promise<void>;
}

export function createDeliveryDesk({ store, uuid }: { readonly store: Store; uuid(): string }): DeliveryDesk {
  async function end({ scope, delivery }: DueDelivery, message: string | null, error: string | null, nowMs: number) {
    await store.transact(async (tx) => {
      // After a reset it may be gone.
      if (!(await tx.delete(deliveries, scope, delivery.id))) return;
      const { alarm, action, transitionedAtMs } = delivery;
      const item = actionItem(alarm, { action, transitionedAtMs, message, error }, nowMs);
      await appendHistory(tx, scope, [item], uuid);
    });
  }

  return {
    async list() {
      const all = (await store.scan(deliveries)).map(({ scope, value }) => ({ scope, delivery: value }));
      return all.sort((a, b) => a.delivery.transitionedAtMs - b.delivery.transitionedAtMs);
    },
    succeeded: (due, message, nowMs) => end(due, message, null, nowMs),
    async failed(due, error, isFinal, nowMs) {
      const { scope, delivery } = due;
      if (isFinal || nowMs - delivery.transitionedAtMs >= RETRIES.giveUpMs) return end(due, null, error, nowMs);
      const delayMs = Math.min(RETRIES.mostMs, RETRIES.firstMs * 2 ** Math.min(delivery.failures, 20));
      await store.transact(async (tx) => {
        if (!(await tx.get(deliveries, scope, delivery.id))) return;
        const later = { ...delivery, failures: delivery.failures + 1, dueAtMs: nowMs + delayMs };
        await tx.put(deliveries, scope, delivery.id, later);
      });
    },
  };
}
