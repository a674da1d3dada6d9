import type { HttpRequest } from '../http-request.ts';
import { authorizerOf1 } from './authorizer-in-event.ts';
import { headerValues, mapValues, queryValues, type RequestParts } from './request-parts.ts';

/**
 * The part of an event of format 1.0 that tells of the request without its body (guide page
 * http-api-develop-integrations-lambda): a REST API's, but for names of headers in lower case. What a request does not have is null.
 * @param routePath the route's path, or `$default`
 */
export function requestEvent1(
  request: HttpRequest,
  parts: RequestParts,
  routePath: string,
): Readonly<Record<string, unknown>> {
  const { context, pathParameters } = request;
  const headers = headerValues(parts.headers);
  const query = queryValues(parts.query);
  const hasQuery = Object.keys(query).length > 0;
  return {
    version: '1.0',
    resource: routePath,
    path: parts.path,
    httpMethod: context.httpMethod,
    headers: mapValues(headers, last),
    multiValueHeaders: headers,
    queryStringParameters: hasQuery ? mapValues(query, last) : null,
    multiValueQueryStringParameters: hasQuery ? query : null,
    requestContext: requestContext(request, parts, routePath),
    pathParameters: pathParameters ?? null,
    stageVariables: parts.stageVariables ?? null,
  };
}

function requestContext(
  request: HttpRequest,
  { path }: RequestParts,
  routePath: string,
): Readonly<Record<string, unknown>> {
  const { context } = request;
  const { accountId, apiId, stage } = context.stageFacts;
  const { caller, clientCert } = context;
  return {
    accountId,
    apiId,
    authorizer: authorizerOf1(request),
    domainName: context.domainName,
    domainPrefix: context.domainPrefix,
    extendedRequestId: context.extendedRequestId,
    httpMethod: context.httpMethod,
    identity: {
      accessKey: caller?.accessKey ?? null,
      accountId: caller?.accountId ?? null,
      caller: caller?.caller ?? null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: context.sourceIp,
      user: caller?.user ?? null,
      userAgent: context.userAgent ?? '',
      userArn: caller?.userArn ?? null,
      ...(clientCert && { clientCert }),
    },
    path,
    protocol: context.protocol,
    requestId: context.requestId,
    requestTime: context.requestTime,
    requestTimeEpoch: context.requestTimeEpoch,
    resourceId: null,
    resourcePath: routePath,
    stage,
  };
}

function last(values: readonly string[]): string {
  return values.at(-1) ?? '';
}
