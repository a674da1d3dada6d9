import { expect, it } from 'vitest';
import { policyText } from './policy-text.ts';

// API reference, GetPolicyVersion: "the document returned is URL-encoded compliant with RFC 3986".
it('decodes a policy, and indents one that stands on one line', () => {
  expect(policyText('%7B%22Version%22%3A%222012-10-17%22%7D')).toBe('{\n  "Version": "2012-10-17"\n}');
  expect(policyText('%7B%0A%7D')).toBe('{\n}');
  expect(policyText('100%')).toBe('100%');
  expect(policyText(undefined)).toBe('');
});
