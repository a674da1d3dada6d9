import { expect, it } from 'vitest';
import { createSigningKeys } from './signing-keys.ts';

const secret = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const scope = { date: '20120215', region: 'us-east-1', service: 'iam' };

it('derives the key of the example in the AWS General Reference', () => {
  expect(createSigningKeys().get(secret, scope).toString('hex')).toBe(
    'f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d',
  );
});

it('keeps the keys used last and gives up the oldest', () => {
  const keys = createSigningKeys(2);
  const first = keys.get(secret, scope);
  keys.get(secret, { ...scope, region: 'second' });
  expect(keys.get(secret, scope)).toBe(first);
  keys.get(secret, { ...scope, region: 'third' });
  expect(keys.get(secret, scope)).toBe(first);
  keys.get(secret, { ...scope, region: 'second' });
  keys.get(secret, { ...scope, region: 'third' });
  expect(keys.get(secret, scope)).not.toBe(first);
});

it('derives anew when a key id has another secret', () => {
  const keys = createSigningKeys();
  const before = keys.get(secret, scope);
  expect(keys.get({ ...secret, secretAccessKey: 'other' }, scope).equals(before)).toBe(false);
});
