import type { Scope, UsagePlanChange, UsagePlanSnapshot } from '../../model/index.ts';
import type { UsagePlanPublisher, UsagePlansChanged } from '../../services/apigateway/index.ts';

/** Where changes of keys and plans must arrive before the call that made them is answered. */
export interface UsagePlanSubscriber {
  putUsagePlans(change: UsagePlanChange): Promise<void> | void;
  forgetUsagePlans(): Promise<void> | void;
}

/** Reads keys and plans from the store. */
export interface UsagePlanReader {
  load(scope: Scope): Promise<Omit<UsagePlanSnapshot, 'revision'>>;
  loadChange(changed: UsagePlansChanged): Promise<Omit<UsagePlanChange, 'revision'>>;
}

/** Hands out keys and plans, and tells those who serve them what changed. */
export interface UsagePlanDirectory extends UsagePlanPublisher {
  snapshot(scope: Scope): Promise<UsagePlanSnapshot>;
  subscribe(subscriber: UsagePlanSubscriber): void;
  /** Resolves when every subscriber has forgotten everything. */
  clear(): Promise<void>;
}

/**
 * Reads one after the other and numbers what it read: a later number never says anything older, so a process that loads
 * while changes come knows which of them it has already. Accounts and regions that nobody has asked for are told to nobody.
 */
export function createUsagePlanDirectory(reader: UsagePlanReader): UsagePlanDirectory {
  const subscribers: UsagePlanSubscriber[] = [];
  const asked = new Set<string>();
  let revision = 0;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    snapshot: (scope) =>
      inTurn(async () => {
        asked.add(idOf(scope));
        return { ...(await reader.load(scope)), revision };
      }),

    async usagePlansChanged(changed) {
      const told = await inTurn(async () => {
        if (!asked.has(idOf(changed.scope))) return [];
        const change = await reader.loadChange(changed);
        revision += 1;
        return subscribers.map((subscriber) => subscriber.putUsagePlans({ ...change, revision }));
      });
      await Promise.all(told);
    },

    subscribe(subscriber) {
      subscribers.push(subscriber);
    },

    async clear() {
      const told = await inTurn(async () => {
        asked.clear();
        return subscribers.map((subscriber) => subscriber.forgetUsagePlans());
      });
      await Promise.all(told);
    },
  };
}

function idOf({ accountId, region }: Scope): string {
  return `${accountId}/${region}`;
}
