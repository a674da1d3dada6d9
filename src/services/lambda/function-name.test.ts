import { describe, expect, test } from 'vitest';
import { parseFunctionName, qualifiedArn, referTo } from './function-name.ts';

const scope = { accountId: '111111111111', region: 'us-east-1' };
const arn = 'arn:aws:lambda:us-east-1:111111111111:function:users';

// The forms that the API reference lists for `FunctionName`.
test.each([
  ['users', arn],
  ['users:$LATEST', `${arn}:$LATEST`],
  ['users:prod', `${arn}:prod`],
  ['111111111111:function:users', arn],
  ['111111111111:function:users:1', `${arn}:1`],
  [arn, arn],
  [`${arn}:$LATEST`, `${arn}:$LATEST`],
])('%s', (text, expected) => {
  expect(qualifiedArn(referTo(text, scope))).toBe(expected);
});

test.each([
  '',
  'a b',
  'users:',
  'arn:aws:lambda:us-east-1:111111111111:layer:users',
  'arn:aws:s3:::b',
  'a:b:c',
  `${arn}:1:2`,
])('%j is no function’s name', (text) => {
  expect(parseFunctionName(text)).toBeUndefined();
  expect(() => referTo(text, scope)).toThrow(/^1 validation error detected: Value '.*' at 'functionName' failed/);
});

test('any region is a namespace, not only AWS’s', () => {
  expect(parseFunctionName('arn:aws:lambda:local:111111111111:function:users')).toMatchObject({ region: 'local' });
});

describe('recorded on AWS', () => {
  test('`test_get_function_wrong_region`', () => {
    expect(() => referTo(arn, { ...scope, region: 'eu-west-1' })).toThrow(
      "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    );
  });

  test('`test_ops_with_arn_qualifier_mismatch`', () => {
    expect(() => referTo(`${arn}:$LATEST`, scope, '1')).toThrow(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
    expect(referTo(`${arn}:1`, scope, '1').qualifier).toBe('1');
  });
});

test('a name of its own has at most 64 characters (API reference)', () => {
  expect(() => referTo('x'.repeat(65), scope)).toThrow('Member must have length less than or equal to 64');
  expect(referTo('x'.repeat(64), scope).name).toHaveLength(64);
});
