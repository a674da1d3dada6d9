import { expect, it } from 'vitest';
import { fuzz } from './run.ts';

// The seeds are fixed: the same requests in every run. `npm run fuzz -- mapping` goes on with others.
it.each([1, 100_001, 200_001])(
  'whatever is mapped is answered as AWS does, in time (from seed %d on)',
  async (firstSeed) => {
    expect(await fuzz(firstSeed, 300)).toBeUndefined();
  },
);
