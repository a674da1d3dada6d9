import { extended } from '../../request-context/index.ts';
import type { HttpRequest } from '../http-request.ts';

/** `requestContext.authorizer` of format 2.0; undefined where nobody asked who the caller is (facts D99, D101). */
export function authorizerOf2({ context }: HttpRequest): Readonly<Record<string, unknown>> | undefined {
  const { authorizer, authorizerContext, caller, scopes } = context;
  if (caller !== undefined) {
    const { accessKey, accountId, caller: callerId, userArn, user: userId } = caller;
    return {
      iam: { accessKey, accountId, callerId, cognitoIdentity: null, principalOrgId: null, userArn, userId },
    };
  }
  if (authorizer?.claims !== undefined) return { jwt: { claims: authorizer.claims, scopes } };
  return authorizer && { lambda: authorizerContext ?? null };
}

/** The same of format 1.0. */
export function authorizerOf1({ context }: HttpRequest): Readonly<Record<string, unknown>> {
  const { authorizer, authorizerContext, authorizerLatencyMs, scopes } = context;
  if (authorizer === undefined || authorizer.claims !== undefined) {
    return { claims: authorizer?.claims ?? null, scopes };
  }
  const { principalId } = authorizer;
  return extended(authorizerContext, {
    ...(principalId !== undefined && { principalId }),
    integrationLatency: authorizerLatencyMs,
  });
}
