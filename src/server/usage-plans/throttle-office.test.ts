import { beforeEach, describe, expect, test } from 'vitest';
import type { BucketLevel } from '../../rate-limit/index.ts';
import { createThrottleOffice, type ThrottleOffice, type ThrottlePeer } from './throttle-office.ts';

// One count for all: at every moment either one process owns the buckets or the office does.
interface Peer extends ThrottlePeer {
  owned: readonly BucketLevel[] | undefined;
}

function peer(given: readonly BucketLevel[] = []): Peer {
  const self: Peer = {
    owned: undefined,
    async ownThrottles(levels) {
      self.owned = levels;
    },
    async shareThrottles() {
      self.owned = undefined;
      return given;
    },
    throttleLevels: async () => given,
  };
  return self;
}

const rate = { perSecond: 0.001, burst: 5 };
const used: BucketLevel = { id: 'k', rate, level: 2 };
const ask = (waiting: number) => ({ id: 'k', terms: rate, waiting, spare: 0, held: 0, unspent: 0 });
let office: ThrottleOffice;
beforeEach(() => {
  office = createThrottleOffice(() => 0);
});

describe('the only process that serves', () => {
  test('owns the buckets until a second one comes, which finds them as they stand', async () => {
    const first = peer([used]);
    await office.join(first);
    expect(first.owned).toEqual([]);
    await office.join(peer());
    expect(first.owned).toBeUndefined();
    expect(office.lease(ask(9)).granted).toBe(2);
  });

  test('owns them again when the others have gone, from where the office stood', async () => {
    const [first, second] = [peer([used]), peer()];
    await office.join(first);
    await office.join(second);
    office.lease(ask(1));
    await office.leave(first);
    expect(second.owned).toEqual([{ id: 'k', rate, level: 1 }]);
  });

  test('that ends unasked leaves its successor full buckets and no trouble', async () => {
    const dead: ThrottlePeer = {
      ownThrottles: () => Promise.reject(new Error('gone')),
      shareThrottles: () => Promise.reject(new Error('gone')),
      throttleLevels: () => Promise.reject(new Error('gone')),
    };
    await office.join(dead);
    expect(await office.levels()).toEqual([]);
    const next = peer();
    await office.join(next);
    await office.leave(dead);
    expect(next.owned).toEqual([]);
  });
});

test('levels are told by whoever counts', async () => {
  const first = peer([used]);
  await office.join(first);
  expect(await office.levels()).toEqual([used]);
  await office.join(peer());
  office.lease(ask(1));
  expect(await office.levels()).toEqual([{ id: 'k', rate, level: 1 }]);
});

test('two that come at once are told one after the other', async () => {
  const [first, second] = [peer(), peer()];
  await Promise.all([office.join(first), office.join(second)]);
  expect([first.owned, second.owned]).toEqual([undefined, undefined]);
  expect(office.lease(ask(9)).granted).toBe(5);
});
