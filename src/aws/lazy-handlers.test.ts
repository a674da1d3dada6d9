import { expect, it } from 'vitest';
import type { Call } from './call.ts';
import { lazyHandlers } from './lazy-handlers.ts';
import { once } from './once.ts';

const call = {} as Call;
const handlers = { greet: async ({ name }: { name: string }) => `hello ${name}`, part: async () => 'bye' };

it('loads what handles operations with the first call, once', async () => {
  let loaded = 0;
  const load = once(async () => {
    loaded += 1;
    return handlers;
  });
  const lazy = lazyHandlers<typeof handlers>(['greet', 'part'], load);
  expect(loaded).toBe(0);
  expect(await Promise.all([lazy.greet({ name: 'a' }), lazy.part()])).toEqual(['hello a', 'bye']);
  expect(loaded).toBe(1);
});

it('fails rather than answer nothing for an operation that nothing handles', async () => {
  const lazy = lazyHandlers(['greet', 'part'], async () => ({ greet: handlers.greet }) as typeof handlers);
  await expect((lazy.part as (input: unknown, call: Call) => Promise<unknown>)({}, call)).rejects.toThrow(
    'part has no handler',
  );
});
