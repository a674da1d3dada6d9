/** Where a change must arrive before the call that made it is answered: of callers and what they may do, or of functions. */
export interface Announcement {
  changed(): Promise<void>;
  subscribe(subscriber: () => Promise<void>): void;
}

export function createAnnouncement(): Announcement {
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
