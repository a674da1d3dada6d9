import type { HttpApiDefinition, HttpRoute, HttpRouteSettings, HttpStage } from '../../model/index.ts';
import { ACCOUNT_BURST, ACCOUNT_RATE_PER_SECOND } from '../limits.ts';
import { ConfigurationProblem, configurationError } from '../method/index.ts';
import { compileThrottles } from '../pipeline/index.ts';
import { compileAccess, type HttpAuthorizers } from './access/index.ts';
import type { HttpGuard } from './guard.ts';
import { compileHttpProxy, type Integrate } from './http-proxy/index.ts';
import { compileLambdaProxy } from './lambda/index.ts';
import type { HttpScope } from './scope.ts';

/** A compiled route: the phases that it uses, and its integration. */
export interface RoutePlan {
  readonly routeKey: string;
  /** The path of its key, or `$default`. */
  readonly routePath: string;
  readonly guards: readonly HttpGuard[];
  readonly integrate: Integrate;
}

/** Compiles one route. What cannot be served fails every request to it and no other route. */
export function compileRoute(
  route: HttpRoute,
  definition: HttpApiDefinition,
  stage: HttpStage,
  authorizers: HttpAuthorizers,
  stageScope: HttpScope,
): RoutePlan {
  const { RouteKey: routeKey } = route;
  const routePath = routeKey === '$default' ? routeKey : routeKey.slice(routeKey.indexOf(' ') + 1);
  const scope: HttpScope = { ...stageScope, warn: (message) => stageScope.warn(`${routeKey}: ${message}`) };
  const guards = [
    compileAccess(route, routePath, authorizers, scope),
    ...compileThrottles({ resourcePath: routeKey, httpMethod: 'route' }, throttleOf(stage, routeKey), scope),
  ];
  return {
    routeKey,
    routePath,
    guards: guards.filter((guard) => guard !== undefined),
    integrate: integrationOrProblem(route, definition, routePath, scope),
  };
}

function integrationOrProblem(
  { RouteKey, Target }: HttpRoute,
  { integrations }: HttpApiDefinition,
  routePath: string,
  scope: HttpScope,
): Integrate {
  try {
    const integration = integrations.find(({ IntegrationId }) => Target === `integrations/${IntegrationId}`);
    if (integration === undefined) throw new ConfigurationProblem('The route has no integration.');
    return integration.IntegrationType === 'AWS_PROXY'
      ? compileLambdaProxy(integration, routePath, RouteKey, scope)
      : compileHttpProxy(integration, routePath, scope);
  } catch (error) {
    if (!(error instanceof ConfigurationProblem)) throw error;
    scope.warn(`${error.message} Every request fails.`);
    const failure = configurationError(error.message);
    return () => failure;
  }
}

/** What a stage sets for the route, else for all its routes; of a throttle with one limit alone the other is the account's. */
function throttleOf({ RouteSettings, DefaultRouteSettings }: HttpStage, routeKey: string) {
  const setting: HttpRouteSettings = { ...DefaultRouteSettings, ...RouteSettings[routeKey] };
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = setting;
  if (rate === undefined && burst === undefined) return undefined;
  return { throttlingRateLimit: rate ?? ACCOUNT_RATE_PER_SECOND, throttlingBurstLimit: burst ?? ACCOUNT_BURST };
}
