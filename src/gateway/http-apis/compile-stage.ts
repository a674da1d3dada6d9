import type { FieldLines } from '../../http/index.ts';
import type { HttpStageSnapshot } from '../../model/index.ts';
import type { CompileEnvironment } from '../compile/index.ts';
import type { RequestAddress, StagePlan } from '../gateway.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { Complete, MethodOutcome } from '../method/index.ts';
import { type AddIds, sendOutcome, withHttpApiId } from '../pipeline/index.ts';
import type { IdSource } from '../request-context/index.ts';
import { compileAuthorizers } from './access/index.ts';
import { compileRoute } from './compile-route.ts';
import { compileCors, PREFLIGHT } from './cors/index.ts';
import { HttpRequest, HttpRequestContext } from './http-request.ts';
import { compileRequestLimits } from './request-limits.ts';
import { compileRouter } from './routing/index.ts';
import { runRoute } from './run-route.ts';
import { httpScope } from './scope.ts';

const NOT_FOUND: GatewayFailure = { kind: 'failure', type: 'ROUTE_NOT_FOUND' };

/**
 * Compiles what is deployed at a stage of an HTTP API. Nothing that a request needs is looked up anywhere else.
 * @param ids of all HTTP APIs of the gateway
 */
export function compileHttpStage(
  snapshot: HttpStageSnapshot,
  environment: CompileEnvironment,
  ids: IdSource,
): StagePlan {
  const { ref, stage, definition } = snapshot;
  const { api, routes, authorizers } = definition;
  const { scope, runtime } = httpScope(snapshot, environment, ids);
  const compiled = compileAuthorizers(authorizers, scope);
  const route = compileRouter(
    routes.map((one) => ({
      routeKey: one.RouteKey,
      route: compileRoute(one, definition, stage, compiled, scope),
    })),
  );
  const beyondLimits = compileRequestLimits(scope.limits);
  const cors = api.CorsConfiguration && compileCors(api.CorsConfiguration);

  const complete: Complete =
    cors === undefined
      ? ({ exchange, context }, outcome) => sendOutcome(exchange, context, outcome, withHttpApiId)
      : ({ exchange, context }, outcome) => {
          const addIds: AddIds = (headers, ids) =>
            withHttpApiId(cors.decorate(listOf(headers), exchange.method, exchange.headers), ids);
          sendOutcome(exchange, context, outcome, addIds);
        };

  return {
    ref,
    handle(exchange, address) {
      const context = new HttpRequestContext(runtime, exchange, address);
      const answer = (outcome: MethodOutcome): void =>
        complete(new HttpRequest(exchange, context, address, undefined, complete), outcome);
      const refused = beyondLimits?.(exchange) ?? (isClosed(address) ? NOT_FOUND : undefined);
      if (refused !== undefined) return answer(refused);
      const found = route(exchange.method, address.path);
      const isPreflight = cors?.isPreflight(exchange.method, exchange.headers);
      if (found === undefined) return answer(isPreflight ? PREFLIGHT : NOT_FOUND);
      const { routeKey, routePath } = found.route;
      context.routeKey = routeKey;
      context.routedTo({ resourceId: routeKey, resourcePath: routePath }, found.pathParameters);
      const request = new HttpRequest(exchange, context, address, found.pathParameters, complete);
      // A route's authorization holds for preflights, too (fact D132); its integration never sees them.
      runRoute(isPreflight ? { ...found.route, integrate: () => PREFLIGHT } : found.route, request);
    },
  };

  /** The default endpoint is switched off; domain names lead in all the same. */
  function isClosed({ domain }: RequestAddress): boolean {
    return api.DisableExecuteApiEndpoint && domain === undefined;
  }
}

function listOf(headers: readonly string[] | FieldLines): readonly string[] {
  return 'toList' in headers ? headers.toList() : headers;
}
