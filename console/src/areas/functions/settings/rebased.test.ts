import { expect, it } from 'vitest';
import { rebased } from './rebased.ts';

it('keeps what somebody else changed while a map was edited', () => {
  const before = { kept: '1', changed: '1', removed: '1', theirs: '1', gone: '1' };
  const after = { kept: '1', changed: '2', theirs: '1', gone: '1', added: '3' };
  const now = { kept: '1', changed: '1', removed: '1', theirs: '9', new: '9' };
  expect(rebased(before, after, now)).toEqual({ kept: '1', changed: '2', theirs: '9', new: '9', added: '3' });
});

it('takes all where nothing was before', () => {
  expect(rebased(undefined, { a: '1' }, undefined)).toEqual({ a: '1' });
});
