import { eventHeaders } from '../../headers/index.ts';
import type { CompileScope, MethodPlace, MethodRequest, StageVariables } from '../../method/index.ts';
import { firstHeader, headerPairs, matchesMediaType, mediaTypeOf } from '../../text/index.ts';
import { eventAuthorizer, eventIdentity } from './event-identity.ts';

/**
 * The event that a REST API gives to a function behind AWS_PROXY, as JSON (facts D60, D61). What a request does not have
 * is `null`, not empty (fact D10).
 */
export function proxyEvent(request: MethodRequest, body: Buffer, place: MethodPlace, scope: CompileScope): Buffer {
  const binary = isBinary(request, scope);
  return Buffer.from(
    JSON.stringify({
      ...requestEvent(request, place, scope.stageVariables),
      body: body.length === 0 ? null : body.toString(binary ? 'base64' : 'utf8'),
      isBase64Encoded: body.length > 0 && binary,
    }),
  );
}

/** The part of an event that tells of the request without its body; authorizers are given the same. */
export function requestEvent(request: MethodRequest, place: MethodPlace, stageVariables: StageVariables) {
  const { context, address } = request;
  const headers = valuesByName(headerPairs(eventHeaders(request)));
  const query = valuesByName(request.query);
  return {
    resource: place.resourcePath,
    // Slashes before the resource collapse, one at the end stays (facts D6, D7); below a domain name it is all of it (D14).
    path: (address.domain?.path ?? address.path).replace(/^\/+/, '/'),
    httpMethod: context.httpMethod,
    headers: headers === null ? null : lastValues(headers),
    multiValueHeaders: headers,
    queryStringParameters: query === null ? null : lastValues(query),
    multiValueQueryStringParameters: query,
    pathParameters: request.pathParameters ?? null,
    stageVariables: stageVariables ?? null,
    requestContext: requestContext(request, place),
  };
}

function requestContext(request: MethodRequest, place: MethodPlace): Readonly<Record<string, unknown>> {
  const { context } = request;
  const { stageFacts } = context;
  const authorizer = eventAuthorizer(context);
  return {
    accountId: stageFacts.accountId,
    apiId: stageFacts.apiId,
    ...(authorizer === undefined ? {} : { authorizer }),
    deploymentId: stageFacts.deploymentId,
    domainName: context.domainName,
    domainPrefix: context.domainPrefix,
    extendedRequestId: context.extendedRequestId,
    httpMethod: context.httpMethod,
    identity: eventIdentity(context),
    ...(stageFacts.isCanaryRequest === undefined ? {} : { isCanaryRequest: stageFacts.isCanaryRequest }),
    ...(place.operationName === undefined ? {} : { operationName: place.operationName }),
    path: context.path,
    protocol: context.protocol,
    requestId: context.requestId,
    requestTime: context.requestTime,
    requestTimeEpoch: context.requestTimeEpoch,
    resourceId: place.resourceId,
    resourcePath: place.resourcePath,
    stage: stageFacts.stage,
  };
}

/** A body is given as base64 when its type is among the API's binary ones (fact D58). */
function isBinary(request: MethodRequest, scope: CompileScope): boolean {
  const contentType = firstHeader(request.headers, 'content-type');
  return matchesMediaType(scope.binaryMediaTypes, contentType === undefined ? undefined : mediaTypeOf(contentType));
}

type Values = Readonly<Record<string, readonly string[]>>;

/** All values by name, in order; null when there are none (fact D10). Without a prototype: any name may be sent. */
function valuesByName(pairs: Iterable<readonly [string, string]>): Values | null {
  const values: Record<string, string[]> = Object.create(null);
  let empty = true;
  for (const [name, value] of pairs) {
    empty = false;
    const known = values[name];
    if (known === undefined) values[name] = [value];
    else known.push(value);
  }
  return empty ? null : values;
}

/** The last value of each name (fact D10). */
function lastValues(values: Values): Readonly<Record<string, string>> {
  const last: Record<string, string> = Object.create(null);
  for (const [name, all] of Object.entries(values)) last[name] = all.at(-1) ?? '';
  return last;
}
