import { expect, it } from 'vitest';
import { trustedBy } from './trusted-by.ts';

const encoded = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

it('names whom a trust policy allows something (IAM user guide, "Principal")', () => {
  const Service = ['lambda.amazonaws.com', 'apigateway.amazonaws.com'];
  const Statement = [
    { Effect: 'Allow', Principal: { Service, AWS: '123456789012' }, Action: 'sts:AssumeRole' },
    { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
    { Effect: 'Allow', Principal: '*', Action: 'sts:TagSession' },
  ];
  expect(trustedBy(encoded({ Statement }))).toEqual([...Service, '123456789012', '*']);
  expect(trustedBy(encoded({ Statement: Statement[0] }))).toContain('123456789012');
  expect(trustedBy('{')).toEqual([]);
  expect(trustedBy(undefined)).toEqual([]);
});
