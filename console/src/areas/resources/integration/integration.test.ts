import { expect, test } from 'vitest';
import { draftOf, type Integration, integrationOf, integrationPatches, isComplete, NEW_DRAFT } from './integration.ts';

const ARN = 'arn:aws:lambda:eu-west-1:000000000000:function:f';
const URI = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;

// Guide: "Lambda proxy integrations": POST, whatever the method's own verb.
test('makes an integration of a function', () => {
  const made = integrationOf({ ...NEW_DRAFT, functionArn: ARN }, 'eu-west-1');
  expect(made).toMatchObject({ type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: URI, timeoutInMillis: 29000 });
  expect(isComplete(NEW_DRAFT)).toBe(false);
});

test.each([
  [{ type: 'AWS_PROXY', httpMethod: 'POST', uri: URI }, 'lambda', true],
  [{ type: 'AWS', httpMethod: 'POST', uri: URI }, 'lambda', false],
  [{ type: 'AWS', httpMethod: 'POST', uri: 'arn:aws:apigateway:eu-west-1:sqs:action/SendMessage' }, 'aws', false],
  [{ type: 'HTTP', httpMethod: 'GET', uri: 'http://a.example' }, 'http', false],
  [
    { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://a', connectionType: 'VPC_LINK', connectionId: 'l' },
    'vpc-link',
    true,
  ],
  [{ type: 'MOCK', requestTemplates: { 'application/json': '{}' } }, 'mock', false],
] as const)('edits and saves without a change what it was given: %j', (given, kind, isProxy) => {
  const before: Integration = { timeoutInMillis: 29_000, passthroughBehavior: 'WHEN_NO_MATCH', ...given };
  const draft = draftOf(before);
  expect(draft).toMatchObject({ kind, isProxy });
  expect(integrationPatches(before, integrationOf(draft, 'eu-west-1'))).toEqual([]);
});

test('puts anew what becomes of another type', () => {
  const before: Integration = { type: 'MOCK' };
  expect(integrationPatches(before, integrationOf({ ...NEW_DRAFT, functionArn: ARN }, 'eu-west-1'))).toBeUndefined();
});
