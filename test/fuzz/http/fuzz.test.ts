import { describe, expect, it } from 'vitest';
import { disagreement, responseDisagreement } from './compare.ts';
import { readWithEngine } from './engine-reading.ts';
import { fuzz } from './run.ts';
import { RESPONSE_SEEDS, SEEDS } from './seeds.ts';

describe('whatever the engine takes, Node takes with the same framing', () => {
  it.each(SEEDS.map((seed) => [seed]))('%j', async (seed) => {
    expect(await disagreement(Buffer.from(seed, 'latin1'), [1, 2, 3])).toBeUndefined();
  });

  it.each(RESPONSE_SEEDS.map((seed) => [seed]))('%j', async (seed) => {
    expect(await responseDisagreement(Buffer.from(seed, 'latin1'), [1, 2, 3])).toBeUndefined();
  });

  // The seeds are fixed: the same streams in every run. `npm run fuzz -- http` goes on with others.
  it.each([1, 100_001, 200_001, 300_001])('random streams from seed %d on', async (firstSeed) => {
    expect(await fuzz(firstSeed, 1_500)).toBeUndefined();
  });
});

it('starts from streams that the engine takes', () => {
  const taken = SEEDS.filter((seed) => readWithEngine(Buffer.from(seed, 'latin1'), []).requests.length > 0);
  expect(taken.length).toBe(SEEDS.length - 1);
});
