import type { Method, QuotaTerms, Resource, RestApi } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { type CompileScope, configurationError, type MaybePromise, type MethodRequest } from '../method/index.ts';
import { firstHeader } from '../text/index.ts';
import { ApiKeyTable, type Counted, type Subscription } from '../usage-plans/index.ts';
import type { Guard } from './guard.ts';

const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'INVALID_API_KEY' };
const THROTTLED: GatewayFailure = { kind: 'failure', type: 'THROTTLED' };
const QUOTA_EXCEEDED: GatewayFailure = { kind: 'failure', type: 'QUOTA_EXCEEDED' };

/** Notes the key that a request shows. */
export type ShowKey = (request: MethodRequest) => MaybePromise<void>;

type Verdict = MaybePromise<GatewayFailure | undefined>;

/**
 * The phase "API key": the key must be known, enabled and in a plan that opens this stage (fact D112), and is counted first
 * against the plan's throttle, then against its quota (facts D113 to D116). It waits only where the keys are not loaded yet
 * or no lease is in hand. A method that needs no key counts nothing, even if one is sent (fact D112).
 */
export function compileApiKey(
  restApi: RestApi,
  resource: Resource,
  method: Method,
  scope: CompileScope,
): Guard | undefined {
  if (!method.apiKeyRequired) return undefined;
  const readKey = restApi.apiKeySource === 'AUTHORIZER' ? keyOfAuthorizer : keyOfHeader;
  const { accountId, region, apiId, stage } = scope.facts;
  const tableOf = scope.usagePlans.tableOf({ accountId, region });
  const apiStage = `${apiId}/${stage}`;
  const count = compileCount(resource.path, method.httpMethod, scope);

  const admit = (table: ApiKeyTable, key: string, request: MethodRequest): Verdict => {
    const subscription = table.find(key, apiStage);
    request.context.trace?.record({ kind: 'apiKey', apiKey: key, apiKeyId: subscription?.keyId });
    if (subscription === undefined) return FORBIDDEN;
    request.context.openedBy({ apiKey: key, apiKeyId: subscription.keyId });
    return count(subscription, request);
  };
  return (request) => {
    const key = readKey(request);
    if (key === undefined) {
      request.context.trace?.record({ kind: 'apiKey', apiKey: undefined, apiKeyId: undefined });
      return FORBIDDEN;
    }
    const table = tableOf();
    if (table instanceof ApiKeyTable) return admit(table, key, request);
    return table.then(
      (loaded) => admit(loaded, key, request),
      (error: unknown) => configurationError(`The API keys cannot be read: ${String(error)}`),
    );
  };
}

/**
 * Finds the key of a request before its authorizer is asked, whose function is told of it (fact D87); whether it opens the method
 * is for the phase "API key" to say. A key that only the authorizer names is not there yet.
 */
export function compileShownKey(restApi: RestApi, method: Method, scope: CompileScope): ShowKey | undefined {
  if (!method.apiKeyRequired || restApi.apiKeySource === 'AUTHORIZER') return undefined;
  const { accountId, region, apiId, stage } = scope.facts;
  const tableOf = scope.usagePlans.tableOf({ accountId, region });
  return (request) => {
    const apiKey = keyOfHeader(request);
    if (apiKey === undefined) return undefined;
    const show = (table: ApiKeyTable): void => {
      const apiKeyId = table.find(apiKey, `${apiId}/${stage}`)?.keyId;
      if (apiKeyId !== undefined) request.context.openedBy({ apiKey, apiKeyId });
    };
    const table = tableOf();
    if (table instanceof ApiKeyTable) return show(table);
    // Keys that cannot be read are that phase's to answer for.
    return table.then(show, () => undefined);
  };
}

function keyOfHeader({ headers }: MethodRequest): string | undefined {
  return firstHeader(headers, 'x-api-key');
}

/** Fact D118. A method without an authorizer has no such key, so nobody passes. */
function keyOfAuthorizer({ context }: MethodRequest): string | undefined {
  return context.authorizer?.usageIdentifierKey;
}

/** Counts a request against the throttle of its method or, where the plan has none for it, of the plan, then the quota. */
function compileCount(resourcePath: string, httpMethod: string, scope: CompileScope) {
  const { usageLimits } = scope;
  /** As AWS serves a request whose plan it cannot check, with this text in its log (guide, "Test usage plans"). */
  const admitUnchecked = (error: unknown): true => {
    scope.warn(`Usage Plan check failed due to an internal error: ${String(error)}`);
    return true;
  };

  const judgeQuota = ({ context }: MethodRequest, quota: Counted<QuotaTerms>, isWithin: boolean): Verdict => {
    const { planId, quota: settings } = quota.terms;
    const { limit, period } = settings;
    context.trace?.record({ kind: 'quota', planId, limit, period, isWithin });
    return isWithin ? undefined : QUOTA_EXCEEDED;
  };
  const countQuota = ({ quota }: Subscription, request: MethodRequest): Verdict => {
    if (quota === undefined) return undefined;
    const isWithin = usageLimits.takeQuota(quota.id, quota.terms, request.context.requestTimeEpoch);
    if (typeof isWithin === 'boolean') return judgeQuota(request, quota, isWithin);
    return isWithin.catch(admitUnchecked).then((within) => judgeQuota(request, quota, within));
  };
  /** Not a closure of the request: where nobody traces, a judgement allocates nothing. */
  const judgeThrottle = (
    subscription: Subscription,
    request: MethodRequest,
    ofMethod: Subscription['throttle'],
    isWithin: boolean,
  ): Verdict => {
    const level = ofMethod === undefined ? 'usage plan' : 'method of the usage plan';
    const terms = (ofMethod ?? subscription.throttle)?.terms;
    if (terms !== undefined) request.context.trace?.record({ kind: 'throttle', level, ...terms, isWithin });
    return isWithin ? countQuota(subscription, request) : THROTTLED;
  };
  return (subscription: Subscription, request: MethodRequest): Verdict => {
    const { context } = request;
    const { methods } = subscription;
    const ofMethod =
      methods.size === 0
        ? undefined
        : (methods.get(`${resourcePath}/${context.httpMethod}`) ?? methods.get(`${resourcePath}/${httpMethod}`));
    const throttle = ofMethod ?? subscription.throttle;
    if (throttle === undefined) return countQuota(subscription, request);
    const isWithin = usageLimits.takeToken(throttle.id, throttle.terms, context.requestTimeEpoch);
    if (typeof isWithin === 'boolean') return judgeThrottle(subscription, request, ofMethod, isWithin);
    return isWithin.catch(admitUnchecked).then((within) => judgeThrottle(subscription, request, ofMethod, within));
  };
}
