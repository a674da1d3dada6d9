import type { RequestContext } from '../../request-context/index.ts';
import { extended } from '../../request-context/index.ts';
import { escaped, quoted, quotedOrNull } from '../../text/index.ts';

/**
 * `requestContext.identity` as JSON (fact D61; the twelve keys as recorded on AWS), with the API key where one opened the method, the
 * caller where the method asks who he is, the client's certificate behind mutual TLS (fact D156), and a private API's endpoint.
 */
export function identityText({ caller, apiKey, clientCert, vpcEndpoint, sourceIp, userAgent }: RequestContext): string {
  const key = apiKey === undefined ? '' : `"apiKey":${quoted(apiKey.apiKey)},"apiKeyId":${quoted(apiKey.apiKeyId)},`;
  const endpoint =
    vpcEndpoint === undefined ? '' : `,"vpcId":${quoted(vpcEndpoint.vpcId)},"vpceId":${quoted(vpcEndpoint.id)}`;
  return (
    `{"accessKey":${quotedOrNull(caller?.accessKey)},"accountId":${quotedOrNull(caller?.accountId)},${key}` +
    `"caller":${quotedOrNull(caller?.caller)},` +
    (clientCert === undefined ? '' : `"clientCert":${JSON.stringify(clientCert)},`) +
    '"cognitoAuthenticationProvider":null,"cognitoAuthenticationType":null,"cognitoIdentityId":null,' +
    `"cognitoIdentityPoolId":null,"principalOrgId":null,"sourceIp":"${escaped(sourceIp)}",` +
    `"user":${quotedOrNull(caller?.user)},"userAgent":${quotedOrNull(userAgent)},` +
    `"userArn":${quotedOrNull(caller?.userArn)}${endpoint}}`
  );
}

/** `requestContext.authorizer` (fact D95): what a function said of the caller, or the claims of a user pool's token. */
export function eventAuthorizer({ authorizer, authorizerLatencyMs }: RequestContext) {
  if (authorizer === undefined) return undefined;
  const { claims, principalId, properties } = authorizer;
  if (claims !== undefined) return { claims };
  return extended(properties, { principalId, integrationLatency: authorizerLatencyMs });
}
