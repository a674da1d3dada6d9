import type { RequestContext } from '../../request-context/index.ts';

/**
 * `requestContext.identity` of a caller who was not asked who he is (fact D61; the twelve keys as
 * recorded on AWS), with the API key where one opened the method, and the client's certificate behind mutual TLS (fact D156).
 */
export function eventIdentity(context: RequestContext): Readonly<Record<string, unknown>> {
  const { clientCert } = context;
  return {
    accessKey: null,
    accountId: null,
    ...context.apiKey,
    caller: null,
    ...(clientCert && { clientCert }),
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: context.sourceIp,
    user: null,
    userAgent: context.userAgent ?? null,
    userArn: null,
  };
}
