import { expect, test } from 'vitest';
import { policyText } from './policy-text.ts';

// Recorded: GetRestApi answers quotes and slashes with a backslash before them.
test('reads what API Gateway answers, and plain JSON', () => {
  const answered = '{\\"Resource\\":\\"arn:aws:execute-api:us-east-1:1:a\\/*\\"}';
  const legible = '{\n  "Resource": "arn:aws:execute-api:us-east-1:1:a/*"\n}';
  expect(policyText(answered)).toBe(legible);
  expect(policyText('{"Resource":"arn:aws:execute-api:us-east-1:1:a/*"}')).toBe(legible);
  expect(policyText(undefined)).toBe('');
});
