/** Where a change of who callers are and what they may do must arrive before the call that made it is answered. */
export interface IdentityChanges {
  changed(): Promise<void>;
  subscribe(subscriber: () => Promise<void>): void;
}

export function createIdentityChanges(): IdentityChanges {
  const subscribers: (() => Promise<void>)[] = [];
  return {
    async changed() {
      await Promise.all(subscribers.map((tell) => tell()));
    },
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },
  };
}
