import { eventHeaders } from '../../headers/index.ts';
import type { CompileScope, MethodPlace, MethodRequest } from '../../method/index.ts';
import type { StageFacts } from '../../request-context/index.ts';
import { escaped, firstHeader, matchesMediaType, mediaTypeOf, quoted } from '../../text/index.ts';
import { eventAuthorizer, identityText } from './event-identity.ts';
import { valuesByName } from './values-by-name.ts';

/** The event that a REST API gives to a function behind AWS_PROXY, as JSON. */
export type ProxyEvent = (request: MethodRequest, body: Buffer) => Buffer;

/**
 * Writes events for a method's function (facts D60, D61). What a request does not have is `null`, not empty (fact D10). They are put
 * together as text: to make objects of it first takes four times as long, and every call pays for it.
 */
export function compileProxyEvent(place: MethodPlace, scope: CompileScope): ProxyEvent {
  const members = compileEventMembers(place, scope, 'null');
  return (request, body) => {
    const binary = body.length > 0 && isBinary(request, scope);
    const text = body.length === 0 ? 'null' : binary ? `"${body.toString('base64')}"` : quoted(body.toString('utf8'));
    return Buffer.from(`{${members(request)},"body":${text},"isBase64Encoded":${binary}}`);
  };
}

/**
 * The members of an event that tell of the request without its body; authorizers are given the same.
 * @param absent JSON for what a request does not have
 */
export function compileEventMembers(
  place: MethodPlace,
  { facts, stageVariables }: Pick<CompileScope, 'facts' | 'stageVariables'>,
  absent: 'null' | '{}',
): (request: MethodRequest) => string {
  const begin = `"resource":${quoted(place.resourcePath)},"path":"`;
  const variables = `,"stageVariables":${orAbsent(stageVariables, absent)},"requestContext":`;
  const contextText = compileRequestContext(place, facts);
  return (request) => {
    const { context, address, query } = request;
    const headers = valuesByName(eventHeaders(request));
    const parameters = query.length === 0 ? undefined : valuesByName(query.flat());
    // Slashes before the resource collapse, one at the end stays (facts D6, D7); below a domain name it is all of it (D14).
    const path = withOneSlash(address.domain?.path ?? address.path);
    return (
      `${begin}${escaped(path)}","httpMethod":"${escaped(context.httpMethod)}` +
      `","headers":${headers?.single ?? absent},"multiValueHeaders":${headers?.multi ?? absent}` +
      `,"queryStringParameters":${parameters?.single ?? absent}` +
      `,"multiValueQueryStringParameters":${parameters?.multi ?? absent}` +
      `,"pathParameters":${orAbsent(request.pathParameters, absent)}${variables}${contextText(request)}`
    );
  };
}

/** To look costs less than to replace what is seldom there. */
function withOneSlash(path: string): string {
  return path.startsWith('//') ? path.replace(/^\/+/, '/') : path;
}

function orAbsent(value: object | undefined | null, absent: string): string {
  return value === undefined || value === null ? absent : JSON.stringify(value);
}

/** What is the same for all requests to a method is put together once. */
function compileRequestContext(place: MethodPlace, facts: StageFacts): (request: MethodRequest) => string {
  const { operationName, resourceId, resourcePath } = place;
  const { accountId, apiId, deploymentId, isCanaryRequest, stage } = facts;
  const api = `{"accountId":${quoted(accountId)},"apiId":${quoted(apiId)}`;
  const deployment = `,"deploymentId":${quoted(deploymentId)},"domainName":"`;
  const canary = isCanaryRequest === undefined ? '' : `,"isCanaryRequest":${isCanaryRequest}`;
  const operation = operationName === undefined ? '' : `,"operationName":${quoted(operationName)}`;
  const path = `${canary}${operation},"path":"`;
  const end = `,"resourceId":${quoted(resourceId)},"resourcePath":${quoted(resourcePath)},"stage":${quoted(stage)}}`;
  return ({ context }) => {
    const authorizer = eventAuthorizer(context);
    return (
      api +
      (authorizer === undefined ? '' : `,"authorizer":${JSON.stringify(authorizer)}`) +
      `${deployment}${escaped(context.domainName)}` +
      `","domainPrefix":"${escaped(context.domainPrefix)}","extendedRequestId":"${escaped(context.extendedRequestId)}` +
      `","httpMethod":"${escaped(context.httpMethod)}","identity":${identityText(context)}` +
      `${path}${escaped(context.path)}","protocol":"${context.protocol}` +
      `","requestId":"${escaped(context.requestId)}","requestTime":"${context.requestTime}"` +
      `,"requestTimeEpoch":${context.requestTimeEpoch}${end}`
    );
  };
}

/** A body is given as base64 when its type is among the API's binary ones (fact D58). */
function isBinary(request: MethodRequest, scope: CompileScope): boolean {
  const contentType = firstHeader(request.headers, 'content-type');
  return matchesMediaType(scope.binaryMediaTypes, contentType === undefined ? undefined : mediaTypeOf(contentType));
}
