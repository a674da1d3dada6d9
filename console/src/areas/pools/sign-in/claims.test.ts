import { expect, it } from 'vitest';
import { claimsOf } from './claims.ts';

it('reads the payload of a token in base64url and UTF-8, and nothing of what is no token', () => {
  const payload = Buffer.from(JSON.stringify({ sub: '1', name: 'Änna ÿþ?' })).toString('base64url');
  expect(claimsOf(`e30.${payload}.sig`)).toEqual({ sub: '1', name: 'Änna ÿþ?' });
  expect([claimsOf('x'), claimsOf('a.!.b'), claimsOf(`a.${btoa('nojson')}.b`)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
