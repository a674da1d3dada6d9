import type { BatchLimits } from './limits.ts';

/** What goes from one process to another together. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  /** How many found no room since the last batch. */
  readonly lost: number;
}

export interface Batches<Item> {
  add(items: readonly Item[]): void;
  /** Hands over what waits; resolves when it and all that was on its way has arrived. */
  flush(): Promise<void>;
}

/**
 * Gathers items and hands them over together.
 * @param send resolves when the other process has them
 * @param weigh what an item takes while it waits, in bytes
 */
export function createBatches<Item>(
  { waiting: most, waitingBytes: mostBytes, batch, everyMs }: BatchLimits,
  send: (batch: Batch<Item>) => Promise<void>,
  weigh: (item: Item) => number,
): Batches<Item> {
  let items: Item[] = [];
  let bytes = 0;
  let lost = 0;
  let underWay = 0;
  let underWayBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let sent: Promise<void> = Promise.resolve();

  function handOver(): void {
    clearTimeout(timer);
    timer = undefined;
    if (items.length + lost === 0) return;
    const taken = { items, lost };
    const takenBytes = bytes;
    items = [];
    bytes = 0;
    lost = 0;
    underWay += taken.items.length;
    underWayBytes += takenBytes;
    // A control process that is gone takes the worker along.
    const arrival = send(taken)
      .catch(() => undefined)
      .then(() => {
        underWay -= taken.items.length;
        underWayBytes -= takenBytes;
      });
    // Resolves to nothing: a result that held the one before would hold all of them, for ever.
    sent = sent.then(() => arrival);
  }

  return {
    add(more) {
      for (const item of more) {
        const weight = weigh(item);
        if (items.length + underWay >= most || bytes + underWayBytes + weight > mostBytes) {
          lost += 1;
          continue;
        }
        items.push(item);
        bytes += weight;
      }
      if (items.length >= batch) handOver();
      else timer ??= setTimeout(handOver, everyMs).unref();
    },
    async flush() {
      handOver();
      await sent;
    },
  };
}
