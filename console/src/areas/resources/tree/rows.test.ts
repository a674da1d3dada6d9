import { expect, test } from 'vitest';
import { parentRow, visibleRows } from './rows.ts';

const resources = [
  { id: 'r', parentId: undefined, path: '/', methods: [] },
  { id: 'u', parentId: 'r', path: '/users', methods: ['GET', 'POST'] },
  { id: 'i', parentId: 'u', path: '/users/{id}', methods: ['GET'] },
  { id: 'p', parentId: 'r', path: '/pets', methods: [] },
];
const lines = (closed: readonly string[]) =>
  visibleRows(resources, new Set(closed)).map(({ text, level }) => `${' '.repeat(level - 1)}${text}`);

test('shows methods before the resources below, by path', () => {
  expect(lines([])).toEqual(['/', ' /pets', ' /users', '  GET', '  POST', '  /{id}', '   GET']);
});

test('hides what is inside of a closed resource', () => {
  expect(lines(['u'])).toEqual(['/', ' /pets', ' /users']);
  expect(lines(['r'])).toEqual(['/']);
});

test('tells assistive technology where a line stands', () => {
  const rows = visibleRows(resources, new Set());
  const row = rows.find(({ key }) => key === 'i');
  expect(row).toMatchObject({ level: 3, position: 3, siblings: 3, isOpen: true });
  expect(rows[1]?.isOpen).toBeUndefined();
  expect(parentRow(rows, 6)).toBe(5);
  expect(parentRow(rows, 0)).toBe(-1);
});
