import { expect, it } from 'vitest';
import { mostAtOnce } from './overlap.ts';

it.each([
  ['none', [], 0],
  [
    'one after the other',
    [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
    1,
  ],
  [
    'that share a millisecond',
    [
      [0, 1],
      [1, 2],
    ],
    2,
  ],
  [
    'in any order',
    [
      [5, 9],
      [0, 6],
      [1, 2],
      [3, 4],
      [6, 7],
    ],
    3,
  ],
] as const)('of stretches %s', (_, spans, most) => {
  expect(mostAtOnce(spans.map(([minMs, maxMs]) => ({ minMs, maxMs })))).toBe(most);
});
