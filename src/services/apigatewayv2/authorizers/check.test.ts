import { describe, expect, it } from 'vitest';
import { readAuthorizer } from './check.ts';

// API reference of version 2, CreateAuthorizer; guide pages http-api-jwt-authorizer, http-api-lambda-authorizer. Texts are ours.
const jwt = {
  Name: 'jwt',
  AuthorizerType: 'JWT',
  IdentitySource: ['$request.header.Authorization'],
  JwtConfiguration: { Issuer: 'https://issuer.test/a', Audience: ['one'] },
};
const lambda = {
  Name: 'function',
  AuthorizerType: 'REQUEST',
  IdentitySource: ['$request.header.X', '$request.querystring.q', '$context.routeKey', '$stageVariables.v'],
  AuthorizerUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations',
  AuthorizerPayloadFormatVersion: '2.0',
};
const refused = (message: RegExp) =>
  expect.objectContaining({ statusCode: 400, message: expect.stringMatching(message) });

describe('an authorizer', () => {
  it('is read with AWS’s defaults: nothing is kept (features A3.10)', () => {
    expect(readAuthorizer(jwt)).toEqual(jwt);
    expect(readAuthorizer(lambda)).toEqual({
      ...lambda,
      AuthorizerResultTtlInSeconds: 0,
      EnableSimpleResponses: false,
    });
  });

  it.each([
    [{ ...jwt, Name: ' ' }, /^Name must have 1 to 128 characters/],
    [{ ...jwt, AuthorizerType: 'TOKEN' }, /^Invalid authorizer type specified/],
    [{ ...jwt, IdentityValidationExpression: '.*' }, /^Identity validation expressions are not supported/],
    [{ ...jwt, IdentitySource: [] }, /^A JWT authorizer needs exactly one identity source/],
    [{ ...jwt, IdentitySource: ['$context.requestId'] }, /^A JWT authorizer needs exactly one identity source/],
    [{ ...jwt, JwtConfiguration: undefined }, /^Invalid issuer/],
    [{ ...jwt, JwtConfiguration: { Issuer: 'file:///x', Audience: ['a'] } }, /^Invalid issuer: file/],
    [{ ...jwt, JwtConfiguration: { Issuer: 'https://x' } }, /at least one audience/],
    [
      { ...jwt, JwtConfiguration: { Issuer: 'https://x', Audience: Array.from({ length: 51 }, (_, n) => `${n}`) } },
      /^At most 50 audiences/,
    ],
    [{ ...lambda, AuthorizerPayloadFormatVersion: undefined }, /^AuthorizerPayloadFormatVersion must be/],
    [{ ...lambda, AuthorizerUri: 'arn:aws:lambda:us-east-1:123456789012:function:f' }, /^Invalid authorizer URI/],
    [
      { ...lambda, AuthorizerPayloadFormatVersion: '1.0', EnableSimpleResponses: true },
      /^EnableSimpleResponses is only supported/,
    ],
    [{ ...lambda, IdentitySource: ['method.request.header.X'] }, /^Invalid identity source specified/],
    [{ ...lambda, AuthorizerResultTtlInSeconds: 3_601 }, /must be between 0 and 3600/],
  ])('cannot be %j', (input, message) => {
    expect(() => readAuthorizer(input)).toThrow(refused(message));
  });

  it('keeps what it decided by at least one identity source (fact D100)', () => {
    expect(() => readAuthorizer({ ...lambda, IdentitySource: [], AuthorizerResultTtlInSeconds: 60 })).toThrow(
      refused(/^Caching needs at least one identity source/),
    );
    expect(readAuthorizer({ ...lambda, IdentitySource: [] }).IdentitySource).toEqual([]);
  });
});
