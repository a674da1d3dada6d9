import type { RequestContext } from '../../request-context/index.ts';

/**
 * `requestContext.identity` (fact D61; the twelve keys as recorded on AWS), with the API key where one opened the method, the
 * caller where the method asks who he is, the client's certificate behind mutual TLS (fact D156), and a private API's endpoint.
 */
export function eventIdentity(context: RequestContext): Readonly<Record<string, unknown>> {
  const { caller, clientCert, vpcEndpoint } = context;
  return {
    accessKey: caller?.accessKey ?? null,
    accountId: caller?.accountId ?? null,
    ...context.apiKey,
    caller: caller?.caller ?? null,
    ...(clientCert && { clientCert }),
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: context.sourceIp,
    user: caller?.user ?? null,
    userAgent: context.userAgent ?? null,
    userArn: caller?.userArn ?? null,
    ...(vpcEndpoint && { vpcId: vpcEndpoint.vpcId, vpceId: vpcEndpoint.id }),
  };
}

/** `requestContext.authorizer` (fact D95): what a function said of the caller, or the claims of a user pool's token. */
export function eventAuthorizer({ authorizer, authorizerLatencyMs }: RequestContext) {
  if (authorizer === undefined) return undefined;
  const { claims, principalId, properties } = authorizer;
  if (claims !== undefined) return { claims };
  return { ...properties, principalId, integrationLatency: authorizerLatencyMs };
}
