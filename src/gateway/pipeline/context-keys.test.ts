import { describe, expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Guide page apigateway-resource-policies-aws-condition-keys, by policies on a method that anybody may call.
const keep = closing();
const OPEN = {
  authorizationType: 'NONE',
  methodResponses: { '200': { statusCode: '200' } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: { '200': { statusCode: '200' } },
  }),
} as const;

async function statusUnder(Condition: object): Promise<number> {
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Condition }];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  const { call } = await keep(startGateway({ methods: { '/a': { GET: OPEN } }, restApi: { policy } }));
  const headers = ['Referer', 'https://example.com/page', 'User-Agent', 'curl/8'];
  return (await call('/a', { headers })).status;
}

describe('a policy on callers whom nobody knows (fact D105)', () => {
  it.each([
    ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z'],
    ['NumericGreaterThan', 'aws:EpochTime', '1577836800', '32472144000'],
    ['StringLike', 'aws:Referer', 'https://example.com/*', 'https://example.org/*'],
    ['Bool', 'aws:SecureTransport', 'false', 'true'],
    ['IpAddress', 'aws:SourceIp', '127.0.0.0/8', '192.0.2.0/24'],
    ['StringEquals', 'aws:UserAgent', 'curl/8', 'curl/7'],
  ])('has by %s the key %s', async (operator, key, holds, fails) => {
    expect(await statusUnder({ [operator]: { [key]: holds } })).toBe(200);
    expect(await statusUnder({ [operator]: { [key]: fails } })).toBe(403);
  });

  it.each(['PrincipalAccount', 'PrincipalArn', 'PrincipalType', 'userid', 'username', 'TokenIssueTime', 'SourceVpce'])(
    'has no aws:%s: that needs IAM, or a private API',
    async (key) => {
      expect(await statusUnder({ Null: { [`aws:${key}`]: 'true' } })).toBe(200);
      expect(await statusUnder({ Null: { [`aws:${key}`]: 'false' } })).toBe(403);
    },
  );
});
