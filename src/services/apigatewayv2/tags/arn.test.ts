import { expect, it } from 'vitest';
import { readTaggedArn } from './arn.ts';

// Guide page arn-format-reference.
const scope = { accountId: '123456789012', region: 'us-east-1' };
const prefix = 'arn:aws:apigateway:us-east-1::';

it.each([
  ['/apis/abc123', { kind: 'Api', apiId: 'abc123' }],
  ['/apis/abc123/stages/$default', { kind: 'Stage', apiId: 'abc123', stageName: '$default' }],
  ['/domainnames/*.example.com', { kind: 'DomainName', domainName: '*.example.com' }],
])('%s carries tags', (path, expected) => expect(readTaggedArn(prefix + path, scope)).toEqual(expected));

it.each([
  `${prefix}/apis/a/routes/b`,
  `${prefix}/apis/`,
  'arn:aws:apigateway:eu-west-1::/apis/a',
  'x',
  `${prefix}/vpclinks/a`,
])('%s does not', (arn) =>
  expect(() => readTaggedArn(arn, scope)).toThrow(expect.objectContaining({ code: 'BadRequestException' })),
);
