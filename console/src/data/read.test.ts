import { expect, test } from 'vitest';
import { joined, mapped, type Read, readable } from './read.ts';

const refetch = (): void => undefined;
const there: Read<readonly number[]> = { data: [1, 2], error: null, isPending: false, refetch };
const coming: Read<readonly number[]> = { data: undefined, soFar: [3], error: null, isPending: true, refetch };
const refused: Read<readonly number[]> = { data: undefined, error: new Error('no'), isPending: false, refetch };

test('joined lists are there when all are, and tell meanwhile what has come of them', () => {
  expect(joined(there, there)).toMatchObject({ data: [1, 2, 1, 2], soFar: undefined, isPending: false });
  expect(joined(there, coming)).toMatchObject({ data: undefined, soFar: [1, 2, 3], isPending: true });
  expect(joined(there, refused)).toMatchObject({ data: undefined, error: refused.error });
});

test('of lists that may not all be read those are there that may, with why the others are not', () => {
  expect(readable(there, refused)).toMatchObject({ data: [1, 2], soFar: undefined, error: refused.error });
  expect(readable(refused, refused)).toMatchObject({ data: undefined, error: refused.error });
  expect(readable(there, coming)).toMatchObject({ data: undefined, soFar: [1, 2, 3], isPending: true });
  expect(readable(there, there)).toMatchObject({ data: [1, 2, 1, 2], error: null });
});

test('what has come is seen as the whole will be', () => {
  const doubled = mapped(coming, (numbers) => numbers.map((number) => number * 2));
  expect(doubled).toMatchObject({ data: undefined, soFar: [6], isPending: true });
});
