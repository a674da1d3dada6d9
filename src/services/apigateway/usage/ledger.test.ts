import { beforeEach, describe, expect, test } from 'vitest';
import type { QuotaSettings, QuotaTerms } from '../../../model/index.ts';
import type { QuotaUsage } from '../../../rate-limit/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createUsageLedger, type UsageLedger } from './ledger.ts';

const scope = { accountId: '123456789012', region: 'us-east-1' };
const member = { planId: 'plan', keyId: 'key' };
const DAY = '2025-07-02';
let store: Store;
let ledger: UsageLedger;
let nowMs: number;
const start = () => createUsageLedger({ store, now: () => nowMs, reclaim: async () => undefined });
beforeEach(async () => {
  store = await openSqliteStore({ path: ':memory:' });
  nowMs = Date.parse(`${DAY}T12:00:00Z`);
  ledger = start();
});

const ask = (quota: QuotaSettings, waiting: number, more: { spare?: number; held?: number; unspent?: number } = {}) => {
  const terms: QuotaTerms = { scope, ...member, quota };
  return ledger.lease({ id: 'k', terms, waiting, spare: 0, held: 0, unspent: 0, ...more });
};
const onDisk = async (): Promise<number | undefined> =>
  (await store.scan<QuotaUsage>({ name: 'Usage' })).at(0)?.value.days[DAY];
const used = async () => (await ledger.usageOf(scope, member.planId, [member.keyId])).get(member.keyId)?.days[DAY];
const daily = (limit: number): QuotaSettings => ({ limit, offset: 0, period: 'DAY' });

describe('a lease', () => {
  test('is on disk as used before it is granted', async () => {
    expect((await ask(daily(10), 3)).granted).toBe(3);
    expect(await onDisk()).toBe(3);
  });

  test('gives what is left and no more, and says until when there is nothing', async () => {
    expect((await ask(daily(10), 8)).granted).toBe(8);
    expect(await ask(daily(10), 8)).toMatchObject({ granted: 2, deniedUntilMs: nowMs + 1_000 });
    expect(await ask(daily(10), 1)).toMatchObject({ granted: 0, deniedUntilMs: nowMs + 1_000 });
    nowMs = Date.parse('2025-07-03T00:00:00Z');
    expect((await ask(daily(10), 1)).granted).toBe(1);
  });

  test('is not valid beyond its period', async () => {
    nowMs = Date.parse(`${DAY}T23:59:59.900Z`);
    expect((await ask(daily(10), 1)).validUntilMs).toBe(Date.parse('2025-07-03T00:00:00Z'));
  });

  test('lets a worker hold at most 1 % beyond what waits', async () => {
    expect((await ask(daily(1_000), 1, { spare: 500 })).granted).toBe(11);
    expect((await ask(daily(1_000), 1, { spare: 500, held: 6 })).granted).toBe(5);
    expect((await ask(daily(99), 1, { spare: 500 })).granted).toBe(1);
  });

  test('that was not spent comes back', async () => {
    await ask(daily(10), 10);
    expect((await ask(daily(10), 2, { unspent: 4 })).granted).toBe(2);
    expect(await used()).toBe(8);
    ledger.giveBack([{ id: 'k', terms: { scope, ...member, quota: daily(10) }, unspent: 1 }]);
    expect(await used()).toBe(7);
  });

  test('is refused, and not counted, when it cannot be written', async () => {
    await ask(daily(10), 1);
    const failing = { ...store, transact: () => Promise.reject(new Error('the disk is full')) } as Store;
    const broken = createUsageLedger({
      store: { ...failing, get: store.get.bind(store) } as Store,
      now: () => nowMs,
      reclaim: async () => undefined,
    });
    const terms: QuotaTerms = { scope, ...member, quota: daily(10) };
    const lease = () => broken.lease({ id: 'k', terms, waiting: 1, spare: 0, held: 0, unspent: 0 });
    await expect(lease()).rejects.toThrow('the disk is full');
    await expect(lease()).rejects.toThrow('the disk is full');
    expect((await broken.usageOf(scope, member.planId, [member.keyId])).get(member.keyId)?.days[DAY]).toBe(1);
  });

  test('many at once share the quota to the request', async () => {
    const leases = await Promise.all(Array.from({ length: 50 }, () => ask(daily(30), 1)));
    expect(leases.reduce((sum, { granted }) => sum + granted, 0)).toBe(30);
  });
});

describe('a restart', () => {
  test('in order finds the counter as it was', async () => {
    await ask(daily(1_000), 5);
    await ledger.close();
    ledger = start();
    expect(await used()).toBe(5);
  });

  test('after a crash finds at least what was used, and at most 1 % more', async () => {
    for (let request = 0; request < 25; request++) await ask(daily(1_000), 1);
    ledger = start();
    expect(await used()).toBeGreaterThanOrEqual(25);
    expect(await used()).toBeLessThanOrEqual(35);
  });

  test('after a crash finds a small quota to the request', async () => {
    for (let request = 0; request < 25; request++) await ask(daily(99), 1);
    ledger = start();
    expect(await used()).toBe(25);
  });
});

test('a large quota is written once a block, not once a request', async () => {
  let writes = 0;
  const transact = store.transact.bind(store);
  store.transact = (work) => {
    writes += 1;
    return transact(work);
  };
  for (let request = 0; request < 500; request++) await ask(daily(10_000), 1);
  expect(writes).toBeLessThanOrEqual(6);
});

test('counters that nobody uses leave memory, and are where they were when somebody does', async () => {
  await ask(daily(1_000), 5);
  const others = Array.from({ length: 9_999 }, (_, index) => `key${index}`);
  await ledger.usageOf(scope, member.planId, others);
  nowMs += 11 * 60_000;
  await ledger.usageOf(scope, member.planId, ['last']);
  while ((await onDisk()) !== 5) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  let reads = 0;
  const get = store.get.bind(store);
  store.get = (...request) => {
    reads += 1;
    return get(...request);
  };
  expect(await used()).toBe(5);
  expect(reads).toBe(1);
});

test('what is forgotten is not written again', async () => {
  await ask(daily(1_000), 5);
  await store.reset();
  ledger.clear();
  await ledger.close();
  expect(await onDisk()).toBeUndefined();
});
