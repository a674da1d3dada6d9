import { expect, test } from 'vitest';
import { authorizerOf, authorizerPatches, type Draft, draftOf, isComplete, NEW_DRAFT } from './draft.ts';

const ARN = 'arn:aws:lambda:eu-west-1:000000000000:function:auth';
const URI = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;
const POOL = 'arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_iWZHywLLM';

// CLI reference, create-authorizer, examples.
test('makes authorizers of functions and of user pools', () => {
  expect(authorizerOf({ ...NEW_DRAFT, name: 'a', functionArn: ARN }, 'eu-west-1')).toEqual({
    name: 'a',
    type: 'TOKEN',
    identitySource: 'method.request.header.Authorization',
    authorizerUri: URI,
    authorizerResultTtlInSeconds: 300,
  });
  const pools: Draft = { ...NEW_DRAFT, name: 'p', type: 'COGNITO_USER_POOLS', userPools: [POOL] };
  expect(authorizerOf(pools, 'eu-west-1')).toEqual({
    name: 'p',
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    providerARNs: [POOL],
  });
});

test.each([
  { type: 'TOKEN', identitySource: 'method.request.header.Auth', authorizerUri: URI, authorizerResultTtlInSeconds: 0 },
  {
    type: 'REQUEST',
    identitySource: 'method.request.header.A,method.request.querystring.q,stageVariables.s,context.identity.sourceIp',
    authorizerUri: URI,
    authorizerCredentials: 'arn:aws:iam::000000000000:role/r',
    authorizerResultTtlInSeconds: 60,
  },
  { type: 'REQUEST', identitySource: '', authorizerUri: URI, authorizerResultTtlInSeconds: 0 },
  {
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    providerARNs: [POOL],
    identityValidationExpression: 'client-.*',
    authType: 'cognito_user_pools',
  },
] as const)('edits and saves without a change what it was given: $type', (given) => {
  const before = {
    name: 'a',
    authType: 'custom',
    ...given,
    providerARNs: [...('providerARNs' in given ? [POOL] : [])],
  };
  const draft = draftOf(before);
  expect(isComplete(draft)).toBe(true);
  expect(authorizerPatches(before, authorizerOf(draft, 'eu-west-1'))).toEqual([]);
});

// API reference, "Patch Operations", UpdateAuthorizer.
test('changes what is another', () => {
  const before = { name: 'a', type: 'COGNITO_USER_POOLS', providerARNs: [POOL], identitySource: 'x' } as const;
  const after = { ...draftOf({ ...before, providerARNs: [POOL] }), userPools: [`${POOL}2`], tokenHeader: 'Auth' };
  expect(authorizerPatches({ ...before, providerARNs: [POOL] }, authorizerOf(after, 'eu-west-1'))).toEqual([
    { op: 'replace', path: '/identitySource', value: 'method.request.header.Auth' },
    { op: 'remove', path: '/providerARNs', value: POOL },
    { op: 'add', path: '/providerARNs', value: `${POOL}2` },
  ]);
});

test('is not complete without a function, or without a source and a time where decisions are kept', () => {
  const request: Draft = { ...NEW_DRAFT, name: 'a', type: 'REQUEST', functionArn: ARN };
  expect(isComplete({ ...request, functionArn: '' })).toBe(false);
  expect(isComplete({ ...request, sources: [] })).toBe(false);
  expect(isComplete({ ...request, ttl: '' })).toBe(false);
  expect(isComplete({ ...request, sources: [], isCached: false, ttl: '' })).toBe(true);
});
