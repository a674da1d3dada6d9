import { beforeEach, describe, expect, it } from 'vitest';
import { cacheCapacityBytes, MemoryCache } from './index.ts';

const KB = 1_024;
let nowMs: number;
let cache: MemoryCache;
beforeEach(() => {
  nowMs = 1_000;
  cache = new MemoryCache(100 * KB, () => nowMs);
});

const response = (bytes = 10) => ({ status: 200, headers: ['A', 'b'], body: Buffer.alloc(bytes) });

describe('the cache of a stage', () => {
  it('gives a response back until its time is over', () => {
    const stage = cache.open('api', 'dev', 50 * KB);
    stage.set('k', response(), 300);
    expect(stage.get('k')).toEqual(response());
    nowMs += 299;
    expect(stage.get('k')).toEqual(response());
    nowMs += 1;
    expect(stage.get('k')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('is the same for the next revision, and empty with another capacity (guide page api-gateway-caching)', () => {
    cache.open('api', 'dev', 50 * KB).set('k', response(), 300);
    expect(cache.open('api', 'dev', 50 * KB).get('k')).toBeDefined();
    expect(cache.open('api', 'prod', 50 * KB).get('k')).toBeUndefined();
    expect(cache.open('api', 'dev', 60 * KB).get('k')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('holds its capacity at most: what was not used for longest goes', () => {
    const stage = cache.open('api', 'dev', 10 * KB);
    // Three of them fit.
    for (const key of ['a', 'b', 'c', 'd']) {
      stage.set(key, response(3 * KB), 1_000);
      stage.get('a');
    }
    expect(['a', 'b', 'c', 'd'].map((key) => stage.get(key) !== undefined)).toEqual([true, false, true, true]);
    expect(cache.bytes).toBeLessThanOrEqual(10 * KB);
    stage.set('huge', response(11 * KB), 1_000);
    expect(stage.get('huge')).toBeUndefined();
    expect(stage.get('a')).toBeDefined();
  });

  it('lets go of outdated responses that nobody asks for', () => {
    const stage = cache.open('api', 'dev', 50 * KB);
    for (let n = 0; n < 20; n++) stage.set(`old${n}`, response(KB), 10);
    nowMs += 10;
    const before = cache.bytes;
    for (let n = 0; n < 10; n++) stage.set(`new${n}`, response(0), 1_000);
    expect(cache.bytes).toBeLessThan(before / 4);
  });
});

describe('the caches of all stages', () => {
  it('hold together what the process may; the largest gives', () => {
    const small = cache.open('api', 'small', 1_000 * KB);
    const large = cache.open('api', 'large', 1_000 * KB);
    small.set('k', response(10 * KB), 1_000);
    for (let n = 0; n < 30; n++) large.set(`k${n}`, response(10 * KB), 1_000);
    expect(cache.bytes).toBeLessThanOrEqual(100 * KB);
    expect(small.get('k')).toBeDefined();
    expect(large.get('k29')).toBeDefined();
    expect(large.get('k0')).toBeUndefined();
  });

  it('are flushed and forgotten one by one', () => {
    const dev = cache.open('api', 'dev', 50 * KB);
    const prod = cache.open('api', 'prod', 50 * KB);
    for (const stage of [dev, prod]) stage.set('k', response(), 300);
    cache.flush('api', 'dev');
    cache.flush('api', 'unknown');
    expect([dev.get('k'), prod.get('k')]).toEqual([undefined, response()]);
    cache.keep((apiId, stageName) => apiId === 'api' && stageName === 'dev');
    expect(cache.bytes).toBe(0);
    expect(cache.open('api', 'prod', 50 * KB).get('k')).toBeUndefined();
  });
});

// Features A8.5: sizes in GB.
it('capacity is the size of the cluster', () => {
  expect(cacheCapacityBytes('1.6')).toBe(1.6 * 1_024 ** 3);
  expect(cacheCapacityBytes(undefined)).toBe(512 * 1_024 ** 2);
});
