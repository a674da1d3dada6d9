import { logVariable } from '../access-logs/index.ts';
import { firstHeader } from '../text/index.ts';
import { failureText } from './failures.ts';
import type { HttpRequestContext } from './http-request.ts';

type Reader = (context: HttpRequestContext) => string | undefined;

/** Variables that access logs of HTTP APIs have in common with those of REST APIs (guide page http-api-logging-variables). */
const SHARED: ReadonlySet<string> = new Set([
  ...['accountId', 'apiId', 'awsEndpointRequestId', 'customDomain.basePathMatched', 'domainName', 'domainPrefix'],
  ...['error.responseType', 'extendedRequestId', 'httpMethod'],
  ...['identity.accountId', 'identity.caller', 'identity.user', 'identity.userArn', 'identity.sourceIp'],
  ...['identity.userAgent', 'identity.clientCert.clientCertPem', 'identity.clientCert.subjectDN'],
  ...['identity.clientCert.issuerDN', 'identity.clientCert.serialNumber', 'identity.clientCert.validity.notBefore'],
  ...['identity.clientCert.validity.notAfter', 'identity.principalOrgId', 'identity.cognitoAuthenticationProvider'],
  ...['identity.cognitoAuthenticationType', 'identity.cognitoIdentityId', 'identity.cognitoIdentityPoolId'],
  ...['integration.integrationStatus', 'integration.latency', 'integration.requestId', 'integration.status'],
  ...['integrationLatency', 'integrationStatus', 'path', 'protocol', 'requestTime', 'requestTimeEpoch'],
  ...['responseLatency', 'responseLength', 'stage', 'status', 'authorizer.error'],
]);

/** Those that HTTP APIs have alone, or that mean something else there. */
const OWN: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['dataProcessed', dataProcessed],
  ['error.message', ({ failure }) => failure && failureText(failure.type)],
  ['error.messageString', ({ failure }) => failure && JSON.stringify(failureText(failure.type))],
  ['integration.error', integrationError],
  ['integrationErrorMessage', integrationError],
  ['requestId', ({ requestId }) => requestId],
  ['routeKey', ({ routeKey }) => routeKey],
]);

/** The reader of a variable of access logs, by its name without `$context.`; undefined for a name that is not known. */
export function httpLogVariable(name: string): Reader | undefined {
  return OWN.get(name) ?? (SHARED.has(name) ? logVariable(name) : authorizerVariable(name));
}

/** Numbers and booleans that an authorizer's function gives stay what they are (fact D45). */
function authorizerVariable(name: string): Reader | undefined {
  const [, key] = /^authorizer\.([^.]+)$/.exec(name) ?? [];
  // Claims and the principal are read as in REST APIs.
  const read = name.startsWith('authorizer.') ? logVariable(name) : undefined;
  if (key === undefined || key === 'claims') return read;
  return (context) => {
    const { authorizerContext } = context;
    const value = authorizerContext && Object.hasOwn(authorizerContext, key) ? authorizerContext[key] : undefined;
    return isPlain(value) ? String(value) : read?.(context);
  };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Both bodies: the guide does not say what is counted. */
function dataProcessed({ headers, responseLength }: HttpRequestContext): string {
  return String(Number(firstHeader(headers, 'content-length') ?? 0) + responseLength);
}

/** Also a function that the API must not call (fact D137). */
function integrationError({ failure }: HttpRequestContext): string | undefined {
  const isOfIntegration = failure?.type.startsWith('INTEGRATION') || failure?.type === 'API_CONFIGURATION_ERROR';
  return isOfIntegration ? failure?.detail : undefined;
}
