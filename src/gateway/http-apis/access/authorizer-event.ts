import { methodArn } from '../../authorizers/index.ts';
import type { HttpRequest } from '../http-request.ts';
import { functionHeaders, requestEvent1, requestEvent2 } from '../lambda/index.ts';
import type { HttpScope } from '../scope.ts';

/**
 * What the function of a REQUEST authorizer is given (fact D101).
 * @param identity the values of the identity sources, in their order
 */
export function authorizerEvent(
  version: '1.0' | '2.0',
  request: HttpRequest,
  identity: readonly string[],
  routePath: string,
  { stageVariables }: Pick<HttpScope, 'stageVariables'>,
): Buffer {
  const parts = {
    headers: functionHeaders(request),
    query: request.address.query,
    path: request.context.path,
    stageVariables,
  };
  const arn = methodArn(request);
  if (version === '2.0') {
    const { version: _, ...event } = requestEvent2(request, parts);
    return jsonOf({
      version,
      type: 'REQUEST',
      routeArn: arn,
      identitySource: identity.length === 0 ? null : identity,
      ...event,
    });
  }
  const joined = identity.join(',');
  const { version: _, ...event } = requestEvent1(request, parts, routePath);
  return jsonOf({
    version,
    type: 'REQUEST',
    methodArn: arn,
    identitySource: joined,
    authorizationToken: joined,
    ...event,
  });
}

function jsonOf(event: object): Buffer {
  return Buffer.from(JSON.stringify(event));
}
