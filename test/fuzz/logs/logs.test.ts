import { expect, it } from 'vitest';
import { fuzz as fuzzPatterns } from './run-patterns.ts';
import { fuzz as fuzzQueries } from './run-queries.ts';

// The seeds are fixed: the same texts in every run. `npm run fuzz -- log-patterns` and `log-insights` go on with others.
it('random filter patterns are refused as such, or match in time', async () => {
  expect(await fuzzPatterns(1, 5_000)).toBeUndefined();
});

it('random queries are refused as such, or give rows in time', async () => {
  expect(await fuzzQueries(1, 5_000)).toBeUndefined();
});
