import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesArn, matchesWildcard } from './wildcard.ts';

test.each([
  ['lambda:*', 'lambda:invoke', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abbd', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*', '', true],
  ['', 'a', false],
  ['a*b*c', 'a1b2b3c', true],
  ['a.c', 'abc', false],
])('%j against %j: %s', (pattern, text, matches) => {
  expect(matchesWildcard(pattern, text)).toBe(matches);
});

test('agrees with a regular expression of the same meaning', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(letters, texts, (pattern, text) => {
      const peer = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(matchesWildcard(pattern, text)).toBe(peer.test(text));
    }),
    { numRuns: 2000 },
  );
});

test('many stars take no time', () => {
  const began = performance.now();
  expect(matchesWildcard(`${'*a'.repeat(50)}b`, 'a'.repeat(10_000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(1000);
});

// IAM guide, `ArnLike`: "Each of the six colon-delimited components of the ARN is checked separately".
test.each([
  ['arn:aws:execute-api:us-east-1:123456789012:abc/*/GET/users', true],
  ['arn:aws:execute-api:us-east-1:123456789012:abc/*', true],
  ['arn:aws:execute-api:*:*:abc/dev/GET/users', true],
  ['arn:aws:execute-api:us-east-1:123456789012:*', true],
  ['arn:aws:execute-api:us-east-1:123456789012:abc/dev/???/users', true],
  ['arn:aws:execute-api:us-east-1:123456789012:abc/dev/POST/users', false],
  ['arn:aws:execute-api:us-west-2:123456789012:abc/*', false],
  ['arn:aws:*:abc/*', false],
  ['*', false],
])('%s', (pattern, matches) => {
  expect(matchesArn(pattern, 'arn:aws:execute-api:us-east-1:123456789012:abc/dev/GET/users')).toBe(matches);
});
