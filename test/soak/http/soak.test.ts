import { expect, it } from 'vitest';
import { soak } from './run.ts';

/** The same encounters in every run; `npm run soak -- http` goes on to 100,000. */
it('leaves no connection, no time limit, no timer and no memory behind, and serves whoever behaves', async () => {
  const rests = [];
  for await (const rest of soak(2, 2_500)) rests.push(rest);
  for (const { held, faults } of rests) {
    expect(faults).toEqual([]);
    expect(held).toEqual({ clientConnections: 0, backendConnections: 0, callsWaiting: 0, deadlines: 0, resources: 0 });
  }
  const [warm, after] = rests.map((rest) => rest.memory);
  // A kilobyte kept of each of the 2,500 would be more.
  expect((after?.heap ?? 0) - (warm?.heap ?? 0)).toBeLessThan(1_500_000);
  expect((after?.buffers ?? 0) - (warm?.buffers ?? 0)).toBeLessThan(1_500_000);
}, 120_000);
