import type { Integration, Method, MethodSetting } from '../../model/index.ts';
import type { CompiledPolicy } from '../../policy/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { compileRequestExpression, readsRequestBody } from '../mapping/index.ts';
import {
  CALLER,
  type CompileScope,
  ConfigurationProblem,
  credentialsOf,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodRequest,
  type MethodResponse,
  type PENDING,
} from '../method/index.ts';
import type { CachedResponse, StageCache } from '../response-cache/index.ts';
import { firstHeader } from '../text/index.ts';
import type { Invalidation } from '../tracing/index.ts';
import { compileCacheRight } from './cache-right.ts';
import { cachedFrom, responseFrom, storing } from './cached-response.ts';

const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'ACCESS_DENIED' };

/** What AWS tells a client whose wish for a fresh response it ignores (the text as other implementations have it). */
const IGNORED = '199 Cache-control headers were ignored because the caller was unauthorized.';

type Outcome = MethodOutcome | typeof PENDING;

/**
 * The phase "cache lookup": answers from the stage's cache, else calls the integration and keeps its response, whatever its
 * status (facts D123, D124; guide page api-gateway-caching). It stands around the integration, so a method without caching
 * has none. Unless it is set for a method itself, caching is for GET alone.
 * @param setting with whether it was made for this method and not for all
 * @param policy the API's resource policy
 * @throws {ConfigurationProblem} for a cache key parameter that cannot be read
 */
export function compileResponseCache(
  method: Method,
  setting: { readonly setting: MethodSetting; readonly own: boolean } | undefined,
  integration: IntegrationPlan,
  policy: CompiledPolicy | undefined,
  scope: CompileScope,
): IntegrationPlan {
  const { methodIntegration } = method;
  const { cache } = scope;
  if (cache === undefined || setting === undefined || methodIntegration === undefined) return integration;
  const { cachingEnabled, cacheTtlInSeconds } = setting.setting;
  if (!cachingEnabled || cacheTtlInSeconds <= 0 || !(setting.own || method.httpMethod === 'GET')) return integration;
  // What is streamed is not cached (fact D71).
  if (methodIntegration.responseTransferMode === 'STREAM') return integration;
  // A response that was made for one caller's credentials is nobody else's (fact D66).
  if (credentialsOf(methodIntegration, scope.stageVariables) === CALLER) return integration;
  const keyOf = compileKey(methodIntegration, scope);
  const phase: Phase = {
    cache,
    integration,
    setting: setting.setting,
    ttlMs: cacheTtlInSeconds * 1_000,
    mayInvalidate: compileCacheRight(policy, scope),
  };
  return { invoke: (request) => serve(phase, keyOf(request), request) };
}

interface Phase {
  readonly cache: StageCache;
  readonly integration: IntegrationPlan;
  readonly setting: MethodSetting;
  readonly ttlMs: number;
  readonly mayInvalidate: (request: MethodRequest) => boolean;
}

/**
 * The key of a request's response: the cache namespace, the deployment (fact D122: two releases share what the same deployment
 * answered), the verb, and the values of the cache key parameters. All else of the request is ignored (fact D123).
 */
function compileKey(integration: Integration, scope: CompileScope): (request: MethodRequest) => string {
  const { cacheNamespace, cacheKeyParameters, requestParameters = {} } = integration;
  const readers = cacheKeyParameters.map((parameter) => {
    const source = requestParameters[parameter] ?? parameter;
    if (readsRequestBody(source)) throw new ConfigurationProblem(`The cache key "${parameter}" reads the body.`);
    return compileRequestExpression(source, scope.stageVariables);
  });
  const beginning = [cacheNamespace, scope.facts.deploymentId];
  return (request) =>
    JSON.stringify([...beginning, request.context.httpMethod, ...readers.map((read) => read(request))]);
}

function serve(phase: Phase, key: string, request: MethodRequest): Outcome | Promise<Outcome> {
  const { requireAuthorizationForCacheControl, unauthorizedCacheControlHeaderStrategy: strategy } = phase.setting;
  if (!wantsFresh(request)) return lookUp(phase, key, request, UNASKED);
  if (!requireAuthorizationForCacheControl) return call(phase, key, request, { invalidation: 'free' });
  if (phase.mayInvalidate(request)) return call(phase, key, request, { invalidation: 'allowed' });
  if (strategy === 'FAIL_WITH_403') {
    decided(request, 'refused', 'refused');
    return FORBIDDEN;
  }
  const warning = strategy === 'SUCCEED_WITH_RESPONSE_HEADER' ? IGNORED : undefined;
  return lookUp(phase, key, request, { invalidation: 'ignored', warning });
}

/** What became of a client's wish for a fresh response, and what it is told of that. */
interface Wish {
  readonly invalidation: Invalidation;
  readonly warning?: string | undefined;
}

const UNASKED: Wish = { invalidation: 'none' };

/** `Cache-Control: max-age=0` (guide page api-gateway-caching, "Invalidate an API Gateway cache entry"). */
function wantsFresh({ headers }: MethodRequest): boolean {
  const control = firstHeader(headers, 'cache-control');
  return control !== undefined && /(?:^|,)\s*max-age=0\s*(?:,|$)/i.test(control);
}

function lookUp(phase: Phase, key: string, request: MethodRequest, wish: Wish): Outcome | Promise<Outcome> {
  const found = phase.cache.get(key);
  if (found === undefined) return call(phase, key, request, wish);
  if (!(found instanceof Promise)) return hit(found, request, wish);
  return found.then((late) => (late === undefined ? call(phase, key, request, wish) : hit(late, request, wish)));
}

function hit(found: CachedResponse, request: MethodRequest, { invalidation, warning }: Wish): MethodResponse {
  decided(request, 'hit', invalidation);
  return responseFrom(found, request.context.traceId, warning);
}

/** Calls the integration; what it answers is kept on its way to the client. */
function call(
  { cache, integration, ttlMs }: Phase,
  key: string,
  request: MethodRequest,
  { invalidation, warning }: Wish,
): Outcome | Promise<Outcome> {
  decided(request, 'miss', invalidation);
  request.onOutcome((outcome) => storing(outcome, warning, (response) => cache.set(key, cachedFrom(response), ttlMs)));
  return integration.invoke(request);
}

function decided({ context }: MethodRequest, result: 'hit' | 'miss' | 'refused', invalidation: Invalidation): void {
  context.cacheDecided(result);
  context.trace?.record({ kind: 'cache', result, invalidation });
}
