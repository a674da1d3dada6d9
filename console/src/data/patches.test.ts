import { expect, test } from 'vitest';
import { itemPatches, listPatches, mapPatches, valuePatches } from './patches.ts';

// The forms of paths are those of the API reference, "Patch Operations".
test('changes what is another, and no more', () => {
  expect(
    mapPatches('/requestTemplates', { 'text/xml': 'a', 'a/b': 'x' }, { 'a/b': 'x', 'application/json': '{}' }),
  ).toEqual([
    { op: 'remove', path: '/requestTemplates/text~1xml' },
    { op: 'add', path: '/requestTemplates/application~1json', value: '{}' },
  ]);
  expect(valuePatches('/uri', undefined, '')).toEqual([]);
  expect(valuePatches('/uri', 'a', undefined)).toEqual([{ op: 'replace', path: '/uri', value: '' }]);
  expect(itemPatches('/cacheKeyParameters', ['a'], ['b'])).toEqual([
    { op: 'remove', path: '/cacheKeyParameters/a' },
    { op: 'add', path: '/cacheKeyParameters/b' },
  ]);
  expect(listPatches('/authorizationScopes', ['a', 'b'], ['b', 'c'])).toEqual([
    { op: 'remove', path: '/authorizationScopes', value: 'a' },
    { op: 'add', path: '/authorizationScopes', value: 'c' },
  ]);
});
