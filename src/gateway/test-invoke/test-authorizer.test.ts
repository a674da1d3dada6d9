import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Authorizer, AuthorizerTest } from '../../model/index.ts';
import { NO_CALLERS } from '../testing/environment.ts';
import { eventOf, failing, invokerOf, returning } from '../testing/functions.ts';
import type { TestFunction } from '../testing/harness.ts';
import { createAuthorizerTester } from './test-authorizer.ts';

// Guide page apigateway-use-lambda-authorizer ("an IAM policy that looks like the following"), API reference
// TestInvokeAuthorizer, telemetry E.3.
const NOW_MS = Date.parse('2026-01-31T12:00:00Z');
const ALLOW = {
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: '*' }],
};
const authorizer: Authorizer = {
  id: 'auth01',
  name: 'tokens',
  type: 'TOKEN',
  authorizerUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations',
  identitySource: 'method.request.header.Authorization',
};

function run(invoke: TestFunction, change: Partial<AuthorizerTest> = {}) {
  const test = createAuthorizerTester({
    ...NO_CALLERS,
    functions: invokerOf(invoke),
    now: () => NOW_MS,
    nowMs: () => 0,
    fillRandom: (bytes) => void randomFillSync(bytes),
  });
  return test({
    scope: { accountId: '123456789012', region: 'us-east-1' },
    apiId: 'ivdtdhp7b5',
    authorizer,
    headers: ['Authorization', 'allow'],
    pathWithQueryString: '/',
    ...change,
  });
}

describe('a tested authorizer', () => {
  it('answers who the caller is and the policy, and tells how it came to it', async () => {
    const invoke = returning({ principalId: 'user', policyDocument: ALLOW });
    const { log, ...result } = await run(invoke);
    expect(result).toEqual({ clientStatus: 0, latencyMs: 0, principalId: 'user', policy: JSON.stringify(ALLOW) });
    expect(eventOf(invoke.calls[0])).toEqual({
      type: 'TOKEN',
      authorizationToken: 'allow',
      methodArn: 'arn:aws:execute-api:us-east-1:123456789012:ivdtdhp7b5/ESTestInvoke-stage/GET/',
    });
    expect(log).toMatch(
      /^Execution log for request [0-9a-f-]{36}\nSat Jan 31 12:00:00 UTC 2026 : Starting authorizer: auth01/,
    );
    expect(log).toMatch(/: Successfully completed authorizer execution\n$/);
  });

  it('answers what a client would have got', async () => {
    expect(await run(returning({}), { headers: [] })).toMatchObject({ clientStatus: 401 });
    expect(await run(failing({ errorMessage: 'Unauthorized' }))).toMatchObject({ clientStatus: 401 });
    const failed = await run(returning({ principalId: 'user' }));
    expect(failed).toMatchObject({ clientStatus: 500 });
    expect(failed.log).toContain('invalid policyDocument');
  });

  it('sees the simulated request', async () => {
    const invoke = returning({ principalId: 'user', policyDocument: ALLOW });
    await run(invoke, {
      authorizer: {
        ...authorizer,
        type: 'REQUEST',
        identitySource: 'method.request.querystring.q,stageVariables.team',
      },
      pathWithQueryString: '/pets?q=1',
      stageVariables: { team: 't' },
    });
    expect(eventOf(invoke.calls[0])).toMatchObject({
      path: '/pets',
      queryStringParameters: { q: '1' },
      stageVariables: { team: 't' },
    });
  });
});
