import type { HttpApiDefinition, HttpRoute } from '../../../model/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkRouteKey } from './route-key.ts';

/** What an input may say of a route. */
type Asked = Omit<In<'createRoute'>, 'ApiId'>;

/**
 * The route that an input asks for, checked against its API, without its id.
 * @param definition the API without the route itself
 * @throws {ServiceError} 400, 409
 */
export function readRoute(
  asked: Asked,
  { routes, integrations, authorizers }: HttpApiDefinition,
): Omit<HttpRoute, 'RouteId'> {
  const { RouteKey, Target, OperationName, AuthorizationType = 'NONE', AuthorizerId, AuthorizationScopes } = asked;
  refuseOfWebSockets(asked);
  checkRouteKey(RouteKey);
  if (routes.some((route) => route.RouteKey === RouteKey)) {
    throw conflict(`Route with key ${RouteKey} already exists for this API`);
  }
  if (Target && !integrations.some(({ IntegrationId }) => Target === `integrations/${IntegrationId}`)) {
    throw badRequest(`Invalid target specified: ${Target}. A target is integrations/ with the id of an integration.`);
  }
  const type = readType(AuthorizationType);
  const wanted = { JWT: 'JWT', CUSTOM: 'REQUEST', NONE: undefined, AWS_IAM: undefined }[type];
  const authorizer = authorizers.find((candidate) => candidate.AuthorizerId === AuthorizerId);
  if (wanted !== undefined && authorizer?.AuthorizerType !== wanted) {
    throw badRequest(
      `Invalid authorizer ID specified. Setting the authorization type to ${type} requires a valid ${wanted} authorizer.`,
    );
  }
  if (AuthorizationScopes?.length && type !== 'JWT') {
    throw badRequest('Authorization scopes are only supported with the authorization type JWT.');
  }
  if ((AuthorizationScopes?.length ?? 0) > LIMITS.scopesOfRoute) {
    throw badRequest(`A route can have at most ${LIMITS.scopesOfRoute} authorization scopes.`);
  }
  return {
    RouteKey,
    AuthorizationType: type,
    ...(wanted !== undefined && AuthorizerId && { AuthorizerId }),
    ...(AuthorizationScopes?.length && { AuthorizationScopes }),
    ...(OperationName && { OperationName }),
    ...(Target && { Target }),
  };
}

/** @throws {ServiceError} 400; the texts are ours */
function refuseOfWebSockets(asked: Asked): void {
  const { ApiKeyRequired, ModelSelectionExpression, RequestModels, RequestParameters } = asked;
  if (ApiKeyRequired) throw badRequest('API keys are not supported for HTTP APIs.');
  const hasModels = RequestModels && Object.keys(RequestModels).length > 0;
  const hasParameters = RequestParameters && Object.keys(RequestParameters).length > 0;
  if (ModelSelectionExpression || hasModels || hasParameters || asked.RouteResponseSelectionExpression) {
    throw badRequest('Models, request parameters and route responses are only supported for WebSocket APIs.');
  }
}

function readType(type: string): HttpRoute['AuthorizationType'] {
  const found = (['NONE', 'JWT', 'CUSTOM', 'AWS_IAM'] as const).find((known) => known === type);
  if (!found) throw badRequest('Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,JWT');
  return found;
}
