import { type Ask, type BucketLevel, BucketTable, type Lease, leaseTokens, type Rate } from '../../rate-limit/index.ts';

/** A process that serves requests, as the one who counts throttles. */
export interface ThrottlePeer {
  /** Nobody else serves: count alone from now on, from these levels. */
  ownThrottles(levels: readonly BucketLevel[]): Promise<void>;
  /** Somebody else serves, too: give the levels away and lease. */
  shareThrottles(): Promise<readonly BucketLevel[]>;
  /** What it counts alone, as it stands. */
  throttleLevels(): Promise<readonly BucketLevel[]>;
}

export interface ThrottleOffice {
  lease(ask: Ask<Rate>): Lease;
  /** A process is about to serve. Resolves when no other counts alone any more; it leases until it is told otherwise. */
  join(peer: ThrottlePeer): Promise<void>;
  /** A process serves no more. What one that counted alone had counted is gone with it if it crashed. */
  leave(peer: ThrottlePeer): Promise<void>;
  /**
   * Every bucket that is not full. Tokens that several processes have leased count as taken, so there may be a few more: 1 % of a
   * limit a process.
   */
  levels(): Promise<readonly BucketLevel[]>;
  clear(): void;
}

/** Lets a process that serves alone own all token buckets, and keeps them itself as soon as there are two. */
export function createThrottleOffice(now: () => number): ThrottleOffice {
  const buckets = new BucketTable();
  const peers = new Set<ThrottlePeer>();
  let owner: ThrottlePeer | undefined;
  let last: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch(() => undefined);
    return last;
  }

  async function takeBack(): Promise<void> {
    const before = owner;
    owner = undefined;
    buckets.takeOver((await before?.shareThrottles().catch(() => [])) ?? [], now());
  }

  async function handOver(): Promise<void> {
    const [alone] = peers;
    if (alone === undefined || peers.size > 1 || owner !== undefined) return;
    owner = alone;
    const levels = buckets.levels(now());
    buckets.clear();
    await alone.ownThrottles(levels);
  }

  return {
    lease: (ask) => leaseTokens(buckets, ask, now()),
    join: (peer) =>
      inTurn(async () => {
        await takeBack();
        peers.add(peer);
        await handOver();
      }),
    leave: (peer) =>
      inTurn(async () => {
        peers.delete(peer);
        if (owner === peer) owner = undefined;
        await handOver();
      }),
    async levels() {
      // Whoever counts may be changing just now.
      await last;
      // One that has ended took its levels along: its successor begins with full buckets.
      return (await owner?.throttleLevels().catch(() => [])) ?? buckets.levels(now());
    },
    clear: () => buckets.clear(),
  };
}
