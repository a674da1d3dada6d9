import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Authorizer } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { startBackend, startGateway } from '../testing/harness.ts';
import { integration, methodSetting } from '../testing/snapshots.ts';
import { usageOf } from '../testing/usage.ts';

// Fact D1: a request that everything is wrong with is told of one thing after the other, in AWS's order.
const keep = closing();
const KEY = 'apikey1234abcdefghij0123456789';
const AUTHORIZER: Authorizer = {
  id: 'auth01',
  name: 'tokens',
  type: 'TOKEN',
  authorizerUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations',
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
};
const statement = (Effect: string, change: object = {}) => ({
  Effect,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...change,
});
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [statement('Allow'), statement('Deny', { Condition: { StringNotEquals: { 'aws:Referer': 'here' } } })],
});

it('routing, resource policy, authorizer, API key, validation, cache, integration', async () => {
  const backend = await keep(startBackend(() => ({ body: 'fresh' })));
  const usage = usageOf({
    revision: 1,
    keys: [
      { id: 'key1', digest: createHash('sha256').update(KEY).digest('base64'), enabled: true, planIds: ['plan1'] },
    ],
    plans: [{ id: 'plan1', apiStages: [{ apiId: 'api1234567', stage: 'dev' }] }],
  });
  const allowing = { principalId: 'a', policyDocument: { Version: '2012-10-17', Statement: [statement('Allow')] } };
  const run = returning(allowing);
  const gateway = await keep(
    startGateway(
      {
        methods: {
          '/a': {
            GET: {
              authorizationType: 'CUSTOM',
              authorizerId: 'auth01',
              apiKeyRequired: true,
              requestValidatorId: 'v',
              requestParameters: { 'method.request.querystring.q': true },
              methodResponses: { '200': { statusCode: '200' } },
              methodIntegration: integration({
                type: 'HTTP',
                httpMethod: 'GET',
                uri: `${backend.url}/`,
                passthroughBehavior: 'NEVER',
                requestTemplates: { 'application/json': '{}' },
                integrationResponses: { '200': { statusCode: '200' } },
              }),
            },
          },
        },
        restApi: { policy },
        deployment: {
          authorizers: [AUTHORIZER],
          requestValidators: [{ id: 'v', name: 'v', validateRequestBody: false, validateRequestParameters: true }],
        },
        stage: {
          cacheClusterEnabled: true,
          cacheClusterSize: '0.5',
          methodSettings: { '*/*': methodSetting({ cachingEnabled: true }) },
        },
      },
      run,
      usage,
    ),
  );
  const headers: string[] = ['Content-Type', 'text/plain'];
  const ask = async (path: string) => {
    const { status, body } = await gateway.call(path, { headers });
    return `${status} ${body}`;
  };
  expect(await ask('/none')).toContain('403 {"message":"Missing Authentication Token"}');
  expect(await ask('/a')).toMatch(/^403 .* with an explicit deny/);
  headers.push('Referer', 'here');
  expect(await ask('/a')).toBe('401 {"message":"Unauthorized"}');
  expect(run.calls).toEqual([]);
  headers.push('Authorization', 'x');
  expect(await ask('/a')).toBe('403 {"message":"Forbidden"}');
  expect(run.calls).toHaveLength(1);
  headers.push('x-api-key', KEY);
  expect(await ask('/a')).toBe('400 {"message": "Missing required request parameters: [q]"}');
  expect(await ask('/a?q=1')).toMatch(/^415 .*Unsupported Media Type/);
  headers.splice(0, 2);
  expect(backend.seen).toEqual([]);
  expect(await ask('/a?q=1')).toBe('200 fresh');
  // The cache answers what would have been refused behind it, and nothing that is refused before it.
  headers.push('Content-Type', 'text/plain');
  expect(await ask('/a?q=1')).toBe('200 fresh');
  expect(await ask('/a')).toMatch(/^400 /);
  headers.splice(headers.indexOf('x-api-key'), 2);
  expect(await ask('/a?q=1')).toMatch(/^403 /);
  expect(backend.seen).toHaveLength(1);
});
