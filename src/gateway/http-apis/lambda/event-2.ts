import type { HttpRequest } from '../http-request.ts';
import { authorizerOf2 } from './authorizer-in-event.ts';
import { headerValues, mapValues, queryValues, type RequestParts } from './request-parts.ts';

/**
 * The part of an event of format 2.0 that tells of the request without its body (fact D128; guide page
 * http-api-develop-integrations-lambda). What a request does not have is left out.
 */
export function requestEvent2(request: HttpRequest, parts: RequestParts): Readonly<Record<string, unknown>> {
  const { context, pathParameters } = request;
  const { cookie, ...others } = headerValues(parts.headers);
  const cookies = (cookie ?? []).flatMap((field) => field.split(/; */)).filter((one) => one !== '');
  const query = mapValues(queryValues(parts.query), commas);
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: parts.path,
    rawQueryString: parts.query,
    ...(cookies.length > 0 && { cookies }),
    headers: mapValues(others, commas),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: requestContext(request, parts),
    ...(pathParameters !== undefined && { pathParameters }),
    ...(parts.stageVariables !== undefined && { stageVariables: parts.stageVariables }),
  };
}

function requestContext(request: HttpRequest, { path }: RequestParts): Readonly<Record<string, unknown>> {
  const { context } = request;
  const { accountId, apiId, stage } = context.stageFacts;
  const { clientCert } = context;
  const authorizer = authorizerOf2(request);
  return {
    accountId,
    apiId,
    ...(clientCert && { authentication: { clientCert } }),
    ...(authorizer && { authorizer }),
    domainName: context.domainName,
    domainPrefix: context.domainPrefix,
    http: {
      method: context.httpMethod,
      path,
      protocol: context.protocol,
      sourceIp: context.sourceIp,
      userAgent: context.userAgent ?? '',
    },
    requestId: context.requestId,
    routeKey: context.routeKey,
    stage,
    time: context.requestTime,
    timeEpoch: context.requestTimeEpoch,
  };
}

function commas(values: readonly string[]): string {
  return values.join(',');
}
