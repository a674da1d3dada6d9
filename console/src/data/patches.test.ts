import { expect, test } from 'vitest';
import { itemPatches, listPatches, mapPatches, replacements, valuePatches } from './patches.ts';

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

test('sets only the fields that differ, as text', () => {
  const paths = { description: '/description', tracingEnabled: '/tracingEnabled' };
  const saved = { description: 'a', tracingEnabled: false };
  expect(replacements(saved, { ...saved }, paths)).toEqual([]);
  expect(replacements(saved, { description: '', tracingEnabled: true }, paths)).toEqual([
    { op: 'replace', path: '/description', value: '' },
    { op: 'replace', path: '/tracingEnabled', value: 'true' },
  ]);
});

test('names in a path may hold any character (RFC 6901)', () => {
  expect(mapPatches('/variables', { same: '1', gone: '0' }, { same: '1', 'a/b~c': '2' }, 'replace')).toEqual([
    { op: 'remove', path: '/variables/gone' },
    { op: 'replace', path: '/variables/a~1b~0c', value: '2' },
  ]);
});
