import { expect, it } from 'vitest';
import { changed } from './changed.ts';

it('what an edit leaves as it is is not sent', () => {
  const before = { name: 'a', scopes: ['x'], tls: { name: '' }, role: 'r' };
  expect(changed(before, { ...before, scopes: ['x', 'y'], tls: { name: '' }, role: '' })).toEqual({
    scopes: ['x', 'y'],
    role: '',
  });
  expect(changed(before, { ...before })).toEqual({});
});
