import { expect, it } from 'vitest';
import { pageOf } from './pagination.ts';

// Features A3.1: `items` and `nextToken`. The texts are ours.
const all = ['a', 'b', 'c', '$default'];
const page = (input: Parameters<typeof pageOf>[2]) => pageOf(all, (item) => item, input);

it('pages follow each other to the end', () => {
  const seen: string[] = [];
  let NextToken: string | undefined;
  do {
    const next = page({ MaxResults: '2', NextToken });
    seen.push(...next.items);
    NextToken = next.NextToken;
  } while (NextToken !== undefined);
  expect(seen).toEqual(all);
  expect(page({})).toEqual({ items: all });
  expect(page({ MaxResults: 4 })).toEqual({ items: all });
});

it.each([{ MaxResults: '0' }, { MaxResults: 'x' }, { MaxResults: 1.5 }, { NextToken: 'x' }])(
  '%j is refused',
  (input) => {
    expect(() => page(input)).toThrow(expect.objectContaining({ code: 'BadRequestException' }));
  },
);
