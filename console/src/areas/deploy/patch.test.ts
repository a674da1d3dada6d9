import { expect, it } from 'vitest';
import { mapPatches, replacements } from './patch.ts';

it('only what differs is replaced, as text', () => {
  const paths = { description: '/description', tracingEnabled: '/tracingEnabled' };
  const saved = { description: 'a', tracingEnabled: false };
  expect(replacements(saved, { ...saved }, paths)).toEqual([]);
  expect(replacements(saved, { description: '', tracingEnabled: true }, paths)).toEqual([
    { op: 'replace', path: '/description', value: '' },
    { op: 'replace', path: '/tracingEnabled', value: 'true' },
  ]);
});

it('a map loses what is gone and gets what is new, by names that may hold any character (RFC 6901)', () => {
  const pairs = [
    { key: 'same', value: '1' },
    { key: 'a/b~c', value: '2' },
  ];
  expect(mapPatches({ same: '1', gone: '0' }, pairs, '/variables')).toEqual([
    { op: 'remove', path: '/variables/gone' },
    { op: 'replace', path: '/variables/a~1b~0c', value: '2' },
  ]);
});
