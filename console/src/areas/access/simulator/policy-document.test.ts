import { expect, test } from 'vitest';
import { ownerOf } from './policy-document.ts';

test.each([
  ['arn:aws:iam::000000000000:user/anna', { kind: 'user', name: 'anna' }],
  ['arn:aws:iam::000000000000:role/teams/web', { kind: 'role', name: 'web' }],
  ['arn:aws:sts::000000000000:assumed-role/web/simulated', { kind: 'role', name: 'web' }],
  ['arn:aws:iam::000000000000:root', undefined],
])('knows whose policies %s has', (arn, owner) => {
  expect(ownerOf(arn)).toEqual(owner);
});
