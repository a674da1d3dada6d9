import { compileJavaRegex, JavaRegexSyntaxError } from '../../../java-regex/index.ts';
import type { Authorizer } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkFunctionUri } from './function-uri.ts';
import { checkIdentitySources, checkTokenSource } from './identity-sources.ts';

/**
 * Checks an authorizer as a whole, when it is made and after every patch (API reference, `CreateAuthorizer`).
 * @throws {ServiceError} 400
 */
export function checkAuthorizer(authorizer: Authorizer): void {
  const { type, authorizerResultTtlInSeconds: ttl, identityValidationExpression } = authorizer;
  if (authorizer.name.trim() === '') throw badRequest('Authorizer name cannot be blank');
  if (ttl !== undefined) checkTtl(ttl);
  checkExpression(identityValidationExpression);
  switch (type) {
    case 'TOKEN':
      checkFunctionUri(authorizer.authorizerUri);
      return checkTokenSource(authorizer.identitySource);
    case 'REQUEST':
      checkFunctionUri(authorizer.authorizerUri);
      return checkIdentitySources(authorizer.identitySource, ttl !== 0);
    case 'COGNITO_USER_POOLS':
      checkUserPools(authorizer.providerARNs);
      return checkTokenSource(authorizer.identitySource);
  }
}

/** 0 to 3600 seconds (API reference, `authorizerResultTtlInSeconds`); the text is AWS's for HTTP APIs. */
export function checkTtl(seconds: number): void {
  const { min, max } = LIMITS.authorizerTtlSeconds;
  if (!(Number.isInteger(seconds) && seconds >= min && seconds <= max)) {
    throw badRequest(`Authorizer result TTL outside allowable range. TTL must be between ${min} and ${max} seconds.`);
  }
}

/** A Java regular expression, as everything that AWS matches is. */
function checkExpression(expression: string | undefined): void {
  if (expression === undefined) return;
  try {
    compileJavaRegex(expression);
  } catch (error) {
    if (!(error instanceof JavaRegexSyntaxError)) throw error;
    throw badRequest(`Invalid identity validation expression specified: ${expression}`);
  }
}

const USER_POOL = /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+$/;

function checkUserPools(providerArns: readonly string[] = []): void {
  if (providerArns.length === 0) throw badRequest('COGNITO_USER_POOLS authorizers require at least one provider ARN');
  const wrong = providerArns.find((arn) => !USER_POOL.test(arn));
  if (wrong !== undefined) throw badRequest(`Invalid Cognito User Pool ARN specified: ${wrong}`);
}
