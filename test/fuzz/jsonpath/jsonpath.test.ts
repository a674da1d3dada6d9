import { expect, it } from 'vitest';
import { fuzz } from './run.ts';

// The seeds are fixed: the same paths in every run. `npm run fuzz -- jsonpath` goes on with others.
it('random paths find what plain recursion finds, or are refused', async () => {
  expect(await fuzz(1, 5_000)).toBeUndefined();
});
