import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { AddressCache, type AddressResolver } from './address-cache.ts';

const V4: LookupAddress = { address: '192.0.2.1', family: 4 };
const V6: LookupAddress = { address: '2001:db8::1', family: 6 };

function setUp(ttlSeconds: number | undefined, fail = false) {
  let nowMs = 0;
  const asked: string[] = [];
  const resolver: AddressResolver = {
    async lookup(host) {
      asked.push(host);
      if (fail) throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
      return [V6, V4];
    },
    ttlSeconds: async () => ttlSeconds,
  };
  const cache = new AddressCache(resolver, () => nowMs);
  const find = (host: string, options: object = { all: true }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      cache.lookup(host, options, (error, address) => (error ? reject(error) : resolve(address)));
    });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { asked, find, settle, pass };
}

describe('addresses', () => {
  it('are asked for once, also by many at a time, until their time to live is over', async () => {
    const { asked, find, settle, pass } = setUp(60);
    expect(await Promise.all([find('a.example'), find('a.example')])).toEqual([
      [V6, V4],
      [V6, V4],
    ]);
    await settle();
    pass(59_999);
    await find('a.example');
    expect(asked).toEqual(['a.example']);
    pass(2);
    await find('a.example');
    expect(asked).toEqual(['a.example', 'a.example']);
  });

  it.each([
    ['five seconds when DNS says nothing', undefined, 5_000],
    ['not at all when DNS forbids it', 0, 0],
    ['five minutes at most', 86_400, 300_000],
  ])('are kept %s', async (_, ttlSeconds, keptMs) => {
    const { asked, find, settle, pass } = setUp(ttlSeconds);
    await find('a.example');
    await settle();
    pass(keptMs - 1);
    if (keptMs > 0) await find('a.example');
    expect(asked).toHaveLength(1);
    pass(2);
    await find('a.example');
    expect(asked).toHaveLength(2);
  });

  it('that were not found are asked for again', async () => {
    const { asked, find, settle } = setUp(60, true);
    for (let i = 0; i < 2; i++) {
      await expect(find('a.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
      await settle();
    }
    expect(asked).toHaveLength(2);
  });

  it('are given as net.connect asks: all, the first, or those of one family', async () => {
    const { find } = setUp(60);
    expect(await find('a.example', {})).toBe(V6.address);
    expect(await find('a.example', { family: 4 })).toBe(V4.address);
    expect(await find('a.example', { family: 4, all: true })).toEqual([V4]);
  });

  it('of at most a thousand names are kept', async () => {
    const { asked, find } = setUp(60);
    for (let i = 0; i <= 1_000; i++) await find(`${i}.example`);
    await find('1.example');
    expect(asked).toHaveLength(1_001);
    await find('0.example');
    expect(asked).toHaveLength(1_002);
  });
});
