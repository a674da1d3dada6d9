import { expect, test } from 'vitest';
import { pathNames, pathWithQuery } from './test-request.ts';

test('fills in a path', () => {
  expect(pathNames('/users/{id}/files/{path+}')).toEqual(['id', 'path']);
  expect(pathWithQuery('/users/{id}/files/{path+}', { id: 'a/b', path: 'x/y z' }, '?a=1')).toBe(
    '/users/a%2Fb/files/x/y%20z?a=1',
  );
  expect(pathWithQuery('/users/{id}', {}, '')).toBe('/users/{id}');
});
