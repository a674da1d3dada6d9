import { cp, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetricDatum, MetricQuery, MetricSample } from '../model/index.ts';
import { createMetricStore, type FileMetricStore, MetricStoreFullError, parseStatistic, statisticOf } from './index.ts';

const scope = { accountId: '000000000000', region: 'eu-central-1' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const noon = Date.UTC(2026, 0, 31, 12);

let folder: string;
let nowMs: number;
let store: FileMetricStore;

function open(at = folder, options: { maxSeries?: number } = {}): FileMetricStore {
  return createMetricStore({ folder: join(at, 'metrics'), now: () => nowMs, ...options });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metrics-'));
  nowMs = noon;
  store = open();
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function datum(timestampMs: number, sample: MetricSample, more: Partial<MetricDatum> = {}): MetricDatum {
  return {
    namespace: 'Shop',
    metricName: 'Price',
    dimensions: [],
    unit: 'None',
    storageResolution: 60,
    timestampMs,
    sample,
    ...more,
  };
}

function query(startMs: number, endMs: number, periodSeconds = 60, more: Partial<MetricQuery> = {}): MetricQuery {
  return {
    namespace: 'Shop',
    metricName: 'Price',
    dimensions: [],
    startMs,
    endMs,
    periodSeconds,
    withHistograms: false,
    ...more,
  };
}

/** Fills ten pages, so that the next `maintain` sorts them. */
async function sortPages(): Promise<void> {
  for (let page = 0; page < 10; page++) {
    await store.put(scope, [datum(noon, { value: 0 }, { metricName: 'Filler' })]);
    await store.maintain();
  }
}

describe('a metric store', () => {
  it('makes no file before there is a metric', async () => {
    await store.maintain();
    expect(await readdir(folder)).toEqual([]);
  });

  it('adds up what falls into a period, counted from the start', async () => {
    await store.put(scope, [
      datum(noon, { value: 1 }),
      datum(noon + 59_000, { value: 3 }),
      datum(noon + 2 * MINUTE, { values: [10, 20], counts: [2, 1] }),
      datum(noon + 3 * MINUTE, { sampleCount: 4, sum: 40, minimum: 5, maximum: 30 }),
    ]);
    expect(await store.read(scope, query(noon, noon + HOUR))).toEqual([
      { startMs: noon, unit: 'None', sampleCount: 2, sum: 4, minimum: 1, maximum: 3 },
      { startMs: noon + 2 * MINUTE, unit: 'None', sampleCount: 3, sum: 40, minimum: 10, maximum: 20 },
      { startMs: noon + 3 * MINUTE, unit: 'None', sampleCount: 4, sum: 40, minimum: 5, maximum: 30 },
    ]);
    expect(await store.read(scope, query(noon - MINUTE, noon + 2 * MINUTE, 120))).toMatchObject([
      { startMs: noon - MINUTE, sampleCount: 2 },
    ]);
  });

  it('keeps regions, dimensions and units apart, whatever the order of dimensions', async () => {
    const a = { name: 'A', value: '1' };
    const b = { name: 'B', value: '2' };
    await store.put(scope, [
      datum(noon, { value: 1 }, { dimensions: [a, b], unit: 'Count' }),
      datum(noon, { value: 2 }, { dimensions: [b, a], unit: 'Seconds' }),
      datum(noon, { value: 4 }, { dimensions: [a] }),
    ]);
    await store.put({ ...scope, region: 'us-east-1' }, [datum(noon, { value: 8 }, { dimensions: [a, b] })]);
    const sums = async (more: Partial<MetricQuery>) =>
      (await store.read(scope, query(noon, noon + HOUR, 60, more))).map(({ unit, sum }) => [unit, sum]);
    expect(await sums({ dimensions: [b, a] })).toEqual([
      ['Count', 1],
      ['Seconds', 2],
    ]);
    expect(await sums({ dimensions: [a, b], unit: 'Seconds' })).toEqual([['Seconds', 2]]);
    expect(await sums({ dimensions: [a] })).toEqual([['None', 4]]);
    expect(await sums({})).toEqual([]);
  });

  it('keeps single seconds for three hours where that is asked for', async () => {
    const at = noon - 2 * HOUR;
    await store.put(scope, [
      datum(at, { value: 1 }, { storageResolution: 1 }),
      datum(at + 7_000, { value: 2 }, { storageResolution: 1 }),
    ]);
    for (let round = 0; round < 2; round++) {
      expect(await store.read(scope, query(at, at + MINUTE, 5))).toMatchObject([
        { startMs: at, sum: 1 },
        { startMs: at + 5_000, sum: 2 },
      ]);
      expect(await store.read(scope, query(at, at + MINUTE))).toMatchObject([{ startMs: at, sum: 3 }]);
      await sortPages();
    }
    nowMs += HOUR + MINUTE;
    expect(await store.read(scope, query(at, at + MINUTE, 5))).toEqual([]);
    expect(await store.read(scope, query(at, at + MINUTE))).toMatchObject([{ startMs: at, sum: 3 }]);
  });

  it('has minutes for 15 days, five of them for 63, and hours for 455 (user guide, "Metrics retention")', async () => {
    await store.put(scope, [datum(noon, { value: 1 }), datum(noon + 6 * MINUTE, { value: 2 })]);
    await sortPages();
    const found = async (periodSeconds: number) =>
      (await store.read(scope, query(noon, noon + HOUR, periodSeconds))).map(({ sum }) => sum);
    expect(await found(60)).toEqual([1, 2]);
    nowMs = noon + 16 * DAY;
    expect(await found(60)).toEqual([]);
    expect(await found(300)).toEqual([1, 2]);
    nowMs = noon + 64 * DAY;
    expect(await found(300)).toEqual([]);
    expect(await found(3_600)).toEqual([3]);
    nowMs = noon + 456 * DAY;
    await store.maintain();
    expect(await found(3_600)).toEqual([]);
    expect(await store.list(scope, { limit: 10 })).toEqual({ metrics: [] });
  });

  it('refuses more metrics than are allowed, and keeps nothing of such a call', async () => {
    await store.close();
    store = open(folder, { maxSeries: 2 });
    const named = (metricName: string) => datum(noon, { value: 1 }, { metricName });
    await store.put(scope, [named('A')]);
    await expect(store.put(scope, [named('A'), named('B'), named('C')])).rejects.toThrow(MetricStoreFullError);
    expect(await store.read(scope, query(noon, noon + HOUR, 60, { metricName: 'A' }))).toMatchObject([{ sum: 1 }]);
    await store.put(scope, [named('A'), named('B')]);
  });

  it('never lists what is of another account, wherever a page is said to begin', async () => {
    const other = { ...scope, accountId: '111111111111' };
    await store.put(scope, [datum(noon, { value: 1 }, { metricName: 'Secret' })]);
    await store.put(other, [datum(noon, { value: 1 })]);
    for (const after of ['', JSON.stringify([scope.accountId, scope.region, '', '', [], ''])]) {
      const { metrics } = await store.list(other, { limit: 10, after });
      expect(metrics.map(({ metricName }) => metricName)).toEqual(['Price']);
    }
  });

  it('lists metrics page by page, by dimensions, and those that had data of late', async () => {
    const put = (metricName: string, value: string, unit = 'None') =>
      store.put(scope, [datum(noon, { value: 1 }, { metricName, unit, dimensions: [{ name: 'Host', value }] })]);
    await put('A', 'one');
    await put('A', 'one', 'Count');
    await put('A', 'two');
    await put('B', 'one');
    await store.put(scope, [datum(noon, { value: 1 }, { namespace: 'Shop2' })]);
    const names = async (listing: Parameters<FileMetricStore['list']>[1]) => {
      const { metrics, next } = await store.list(scope, listing);
      return [...metrics.map((each) => `${each.metricName} ${each.dimensions[0]?.value}`), ...(next ? ['...'] : [])];
    };
    expect(await names({ namespace: 'Shop', limit: 2 })).toEqual(['A one', 'A two', '...']);
    const { next = '' } = await store.list(scope, { namespace: 'Shop', limit: 1 });
    expect(await names({ namespace: 'Shop', limit: 2, after: next })).toEqual(['A two', 'B one']);
    expect(await names({ namespace: 'Shop', metricName: 'A', limit: 5 })).toEqual(['A one', 'A two']);
    expect(await names({ dimensions: [{ name: 'Host', value: 'one' }], limit: 5 })).toEqual(['A one', 'B one']);
    expect(await names({ dimensions: [{ name: 'Host' }], limit: 5 })).toHaveLength(3);
    await store.maintain();
    expect(await names({ namespace: 'Shop2', activeSinceMs: noon + 1, limit: 5 })).toEqual([]);
  });

  it('forgets all when it is cleared', async () => {
    await store.put(scope, [datum(noon, { value: 1 })]);
    await store.clear();
    expect(await store.read(scope, query(noon, noon + HOUR))).toEqual([]);
    await store.put(scope, [datum(noon, { value: 2 })]);
    expect(await store.read(scope, query(noon, noon + HOUR))).toMatchObject([{ sum: 2 }]);
  });
});

describe('after a crash', () => {
  /** A copy of the folder as a process finds it that starts after this one was killed. */
  async function crashed(): Promise<FileMetricStore> {
    const copy = await mkdtemp(join(folder, 'copy-'));
    await cp(join(folder, 'metrics'), join(copy, 'metrics'), { recursive: true });
    return open(copy);
  }

  async function sumIn(found: FileMetricStore): Promise<number | undefined> {
    const [bucket] = await found.read(scope, query(noon, noon + HOUR, 3_600));
    await found.close();
    return bucket?.sum;
  }

  it('everything is there that was put, once', async () => {
    for (let n = 1; n <= 12; n++) {
      await store.put(scope, [datum(noon + n * 1_000, { value: 1 })]);
      expect(await sumIn(await crashed())).toBe(2 * n - 1);
      await store.maintain();
      expect(await sumIn(await crashed())).toBe(2 * n - 1);
      await store.put(scope, [datum(noon, { value: 1 })]);
    }
    expect(await sumIn(await crashed())).toBe(24);
  });

  it('a record that was cut off is left out, and those before it are there', async () => {
    await store.put(scope, [datum(noon, { value: 1 })]);
    await store.put(scope, [datum(noon, { value: 2 })]);
    const copy = await mkdtemp(join(folder, 'copy-'));
    await cp(join(folder, 'metrics'), join(copy, 'metrics'), { recursive: true });
    const journal = (await readdir(join(copy, 'metrics'))).find((name) => name.startsWith('journal')) as string;
    const path = join(copy, 'metrics', journal);
    await truncate(path, 40);
    const found = open(copy);
    expect(await sumIn(found)).toBe(1);
  });
});

describe('whatever is put when', () => {
  it('is read as if it had only been added up', async () => {
    const puts = fc.record({
      minute: fc.integer({ min: -2_000, max: 100 }),
      value: fc.integer({ min: 0, max: 1_000 }),
      after: fc.constantFrom('nothing', 'nothing', 'maintain', 'sort', 'reopen'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(puts, { maxLength: 25 }),
        fc.constantFrom(60, 120, 300, 900, 3_600, 7_200),
        async (all, period) => {
          await store.clear();
          const startMs = noon - 2_040 * MINUTE;
          const expected = new Map<number, number[]>();
          for (const { minute, value, after } of all) {
            const timestampMs = noon + minute * MINUTE;
            await store.put(scope, [datum(timestampMs, { value })]);
            const bucket = startMs + Math.floor((timestampMs - startMs) / (1_000 * period)) * 1_000 * period;
            expected.set(bucket, [...(expected.get(bucket) ?? []), value]);
            if (after === 'maintain') await store.maintain();
            if (after === 'sort') await sortPages();
            if (after === 'reopen') {
              await store.close();
              store = open();
            }
          }
          const found = await store.read(scope, query(startMs, noon + DAY, period, { withHistograms: true }));
          const median = parseStatistic('p50');
          expect(found.map(({ startMs: at, sampleCount, sum }) => [at, sampleCount, sum])).toEqual(
            [...expected]
              .sort(([a], [b]) => a - b)
              .map(([at, values]) => [at, values.length, values.reduce((a, b) => a + b, 0)]),
          );
          for (const bucket of found) {
            const values = [...(expected.get(bucket.startMs) as number[])].sort((a, b) => a - b);
            const truth = values[Math.ceil(values.length / 2) - 1] as number;
            const value = median && statisticOf(bucket, median);
            expect(Math.abs((value as number) - truth)).toBeLessThanOrEqual(0.01 * truth);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
