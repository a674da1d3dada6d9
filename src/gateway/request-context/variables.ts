import { extended } from './extended.ts';
import type { RequestContext } from './request-context.ts';

/** Reads one variable; undefined when the request has no value for it. */
export type ContextReader = (context: RequestContext) => string | undefined;

/** Variables that exist, but only on requests through Cognito identity pools and organizations. */
const OF_FEDERATED_CALLERS = [
  'identity.cognitoAuthenticationProvider',
  'identity.cognitoAuthenticationType',
  'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId',
  'identity.principalOrgId',
];

/** Variables that exist, but only with a web ACL. */
const OF_WEB_ACLS = ['wafResponseCode', 'webaclArn'];

/** `$context` by name, without `$context.` (telemetry E.2.1, columns R and T). */
export const CONTEXT_VARIABLES: ReadonlyMap<string, ContextReader> = new Map<string, ContextReader>([
  ['accountId', (context) => context.stageFacts.accountId],
  ['apiId', (context) => context.stageFacts.apiId],
  ['customDomain.basePathMatched', (context) => context.basePathMatched],
  ['customDomain.routingRuleIdMatched', (context) => context.routingRuleIdMatched],
  ['awsEndpointRequestId', (context) => context.awsEndpointRequestId],
  ['deploymentId', (context) => context.stageFacts.deploymentId],
  ['domainName', (context) => context.domainName],
  ['domainPrefix', (context) => context.domainPrefix],
  ['endpointType', (context) => context.stageFacts.endpointType],
  ['error.message', (context) => context.failureMessage ?? undefined],
  [
    'error.messageString',
    ({ failureMessage }) => (failureMessage !== undefined ? JSON.stringify(failureMessage) : undefined),
  ],
  ['error.responseType', (context) => context.failure?.type],
  ['error.validationErrorString', (context) => context.failure?.validationError],
  ['extendedRequestId', (context) => context.extendedRequestId],
  ['httpMethod', (context) => context.httpMethod],
  ['identity.accessKey', (context) => context.caller?.accessKey],
  ['identity.accountId', (context) => context.caller?.accountId],
  ['identity.apiKey', (context) => context.apiKey?.apiKey],
  ['identity.apiKeyId', (context) => context.apiKey?.apiKeyId],
  ['identity.caller', (context) => context.caller?.caller],
  ['identity.clientCert.clientCertPem', (context) => context.clientCert?.clientCertPem],
  ['identity.clientCert.issuerDN', (context) => context.clientCert?.issuerDN],
  ['identity.clientCert.serialNumber', (context) => context.clientCert?.serialNumber],
  ['identity.clientCert.subjectDN', (context) => context.clientCert?.subjectDN],
  ['identity.clientCert.validity.notAfter', (context) => context.clientCert?.validity.notAfter],
  ['identity.clientCert.validity.notBefore', (context) => context.clientCert?.validity.notBefore],
  ['identity.sourceIp', (context) => context.sourceIp],
  ['identity.user', (context) => context.caller?.user],
  ['identity.userAgent', (context) => context.userAgent],
  ['identity.userArn', (context) => context.caller?.userArn],
  ['identity.vpcId', ({ vpcEndpoint }) => vpcEndpoint?.vpcId],
  ['identity.vpceId', ({ vpcEndpoint }) => vpcEndpoint?.id],
  ['isCanaryRequest', ({ stageFacts: { isCanaryRequest } }) => isCanaryRequest?.toString()],
  ['path', (context) => context.path],
  ['protocol', (context) => context.protocol],
  ['requestId', (context) => context.requestId],
  ['requestTime', (context) => context.requestTime],
  ['requestTimeEpoch', (context) => String(context.requestTimeEpoch)],
  ['resourceId', (context) => context.resourceId],
  ['resourcePath', (context) => context.resourcePath],
  ['stage', (context) => context.stageFacts.stage],
  ['xrayTraceId', (context) => context.traceId],
  ...[...OF_FEDERATED_CALLERS, ...OF_WEB_ACLS].map((name): [string, ContextReader] => [name, () => undefined]),
]);

/** The reader of a variable, by its name without `$context.`; undefined for a name that is not known. */
export function contextVariable(name: string): ContextReader | undefined {
  return CONTEXT_VARIABLES.get(name) ?? authorizerVariable(name);
}

/** `authorizer.NAME` and `authorizer.claims.NAME`: an authorizer may say anything of a caller. */
function authorizerVariable(name: string): ContextReader | undefined {
  const [, inClaims, key] = /^authorizer\.(claims\.)?(.+)$/.exec(name) ?? [];
  if (key === undefined) return undefined;
  if (inClaims !== undefined) return ({ authorizer }) => own(authorizer?.claims, key);
  return (context) => own(authorizerValues(context), key);
}

/** What an authorizer said of the caller, but for a token's claims; undefined where the method has none. */
export function authorizerValues(context: RequestContext): Readonly<Record<string, string>> | undefined {
  const { authorizer, authorizerLatencyMs } = context;
  if (authorizer === undefined) return undefined;
  const { principalId, properties } = authorizer;
  return extended(properties, {
    ...(principalId !== undefined && { principalId }),
    integrationLatency: String(authorizerLatencyMs),
  });
}

function own(values: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
}
