import { expect, it } from 'vitest';
import { draftOf, isWhole, NEW_AUTHORIZER, settingsOf } from './draft.ts';

// API reference of version 2, CreateAuthorizer; guide pages http-api-jwt-authorizer and http-api-lambda-authorizer.
it('an authorizer comes back out of its form as it went in', () => {
  const jwt = {
    Name: 'tokens',
    AuthorizerType: 'JWT' as const,
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://issuer.test', Audience: ['a', 'b'] },
  };
  expect(settingsOf(draftOf(jwt), 'us-east-1')).toEqual(jwt);
  const lambda = {
    Name: 'function',
    AuthorizerType: 'REQUEST' as const,
    IdentitySource: ['$request.header.X', '$context.routeKey'],
    AuthorizerUri:
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    AuthorizerResultTtlInSeconds: 60,
    AuthorizerCredentialsArn: 'arn:aws:iam::123456789012:role/invoke',
  };
  expect(settingsOf(draftOf(lambda), 'us-east-1')).toEqual(lambda);
});

it('simple answers are of the payload format 2.0 alone', () => {
  const draft = { ...NEW_AUTHORIZER, kind: 'REQUEST', payload: '1.0', isSimple: true } as const;
  expect(settingsOf(draft, 'us-east-1')).toMatchObject({ EnableSimpleResponses: false });
});

it('each kind needs its own', () => {
  expect(isWhole({ ...NEW_AUTHORIZER, name: 'a', issuer: 'https://b.test', audience: 'c' })).toBe(true);
  expect(isWhole({ ...NEW_AUTHORIZER, name: 'a', issuer: 'https://b.test' })).toBe(false);
  expect(isWhole({ ...NEW_AUTHORIZER, kind: 'REQUEST', name: 'a', functionArn: 'arn' })).toBe(true);
});
