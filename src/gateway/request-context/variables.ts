import type { RequestContext } from './request-context.ts';

/** Reads one variable; undefined when the request has no value for it. */
export type ContextReader = (context: RequestContext) => string | undefined;

/** Variables that exist, but only on requests whose caller was authenticated: none is, before access control is built. */
const OF_AUTHENTICATED_CALLERS = [
  'identity.accessKey',
  'identity.accountId',
  'identity.caller',
  'identity.cognitoAuthenticationProvider',
  'identity.cognitoAuthenticationType',
  'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId',
  'identity.principalOrgId',
  'identity.user',
  'identity.userArn',
];

/** Variables that exist, but only with a web ACL or a VPC endpoint. */
const OF_OTHER_FEATURES = ['identity.vpcId', 'identity.vpceId', 'wafResponseCode', 'webaclArn'];

/** `$context` by name, without `$context.` (telemetry E.2.1, columns R and T). */
export const CONTEXT_VARIABLES: ReadonlyMap<string, ContextReader> = new Map<string, ContextReader>([
  ['accountId', (context) => context.stageFacts.accountId],
  ['apiId', (context) => context.stageFacts.apiId],
  ['customDomain.basePathMatched', (context) => context.basePathMatched],
  // Routing rules are not built, so none ever matches.
  ['customDomain.routingRuleIdMatched', () => undefined],
  ['awsEndpointRequestId', (context) => context.awsEndpointRequestId],
  ['deploymentId', (context) => context.stageFacts.deploymentId],
  ['domainName', (context) => context.domainName],
  ['domainPrefix', (context) => context.domainPrefix],
  ['endpointType', (context) => context.stageFacts.endpointType],
  ['error.message', (context) => context.failureMessage],
  ['error.messageString', ({ failureMessage }) => failureMessage && JSON.stringify(failureMessage)],
  ['error.responseType', (context) => context.failure?.type],
  ['error.validationErrorString', (context) => context.failure?.validationError],
  ['extendedRequestId', (context) => context.extendedRequestId],
  ['httpMethod', (context) => context.httpMethod],
  ['identity.apiKey', (context) => context.apiKey?.apiKey],
  ['identity.apiKeyId', (context) => context.apiKey?.apiKeyId],
  ['identity.clientCert.clientCertPem', (context) => context.clientCert?.clientCertPem],
  ['identity.clientCert.issuerDN', (context) => context.clientCert?.issuerDN],
  ['identity.clientCert.serialNumber', (context) => context.clientCert?.serialNumber],
  ['identity.clientCert.subjectDN', (context) => context.clientCert?.subjectDN],
  ['identity.clientCert.validity.notAfter', (context) => context.clientCert?.validity.notAfter],
  ['identity.clientCert.validity.notBefore', (context) => context.clientCert?.validity.notBefore],
  ['identity.sourceIp', (context) => context.sourceIp],
  ['identity.userAgent', (context) => context.userAgent],
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
  ...[...OF_AUTHENTICATED_CALLERS, ...OF_OTHER_FEATURES].map((name): [string, ContextReader] => [
    name,
    () => undefined,
  ]),
]);

/** The reader of a variable, by its name without `$context.`; undefined for a name that is not known. */
export function contextVariable(name: string): ContextReader | undefined {
  return CONTEXT_VARIABLES.get(name);
}
