import { expect, test, vi } from 'vitest';
import { finder, isSame, ordered } from './rows.ts';

interface Item {
  readonly name: string;
  readonly size?: number;
}

const columns = [
  { id: 'name', value: ({ name }: Item) => name },
  { id: 'size', value: ({ size }: Item) => size },
];
const items: readonly Item[] = [{ name: 'beta', size: 12 }, { name: 'Alpha' }, { name: 'gamma', size: 2 }];

test('finds a text in any column, whatever its case, and never across two', () => {
  const find = finder(items, columns);
  expect(find('ALPHA')).toEqual([items[1]]);
  expect(find('12')).toEqual([items[0]]);
  expect(find('beta12')).toEqual([]);
  expect(find('')).toBe(items);
});

test('asks items for their values at the first search alone', () => {
  const value = vi.fn(({ name }: Item) => name);
  const find = finder(items, [{ id: 'name', value }]);
  expect(find('')).toBe(items);
  expect(value).not.toHaveBeenCalled();
  find('a');
  find('al');
  expect(value).toHaveBeenCalledTimes(items.length);
});

test('orders numbers as numbers, texts as people do, and puts what has no value first', () => {
  const names = (columnId: string, isDescending = false) =>
    ordered(items, columns, { columnId, isDescending }).map(({ name }) => name);
  expect(names('name')).toEqual(['Alpha', 'beta', 'gamma']);
  expect(names('size')).toEqual(['Alpha', 'gamma', 'beta']);
  expect(names('size', true)).toEqual(['beta', 'gamma', 'Alpha']);
  expect(ordered(items, columns, undefined)).toBe(items);
  expect(ordered(items, columns, { columnId: 'gone', isDescending: false })).toBe(items);
});

test('asks each item for its value once when it orders', () => {
  const value = vi.fn(({ name }: Item) => name);
  ordered(items, [{ id: 'name', value }], { columnId: 'name', isDescending: false });
  expect(value).toHaveBeenCalledTimes(items.length);
});

test('knows a list that was written anew of the same items', () => {
  expect(isSame(items, [...items])).toBe(true);
  expect(isSame(items, items.slice(1))).toBe(false);
  expect(isSame(items, items.toReversed())).toBe(false);
});
