import type { MethodSetting } from '../../model/index.ts';
import type { Rate } from '../../rate-limit/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { ACCOUNT_BURST, ACCOUNT_RATE_PER_SECOND } from '../limits.ts';
import type { CompileScope, MaybePromise, MethodRequest } from '../method/index.ts';
import type { ThrottleLevel } from '../tracing/index.ts';
import { bucketIdOf } from '../usage-plans/index.ts';
import type { Guard } from './guard.ts';

/** What throttles need of their stage. */
export type ThrottleScope = Pick<CompileScope, 'facts' | 'limits' | 'usageLimits' | 'warn'>;

/** The limits of one method. */
type Throttling = Pick<MethodSetting, 'throttlingRateLimit' | 'throttlingBurstLimit'>;

const THROTTLED: GatewayFailure = { kind: 'failure', type: 'THROTTLED' };

/**
 * The phase "throttle": after the limits of a usage plan, a request is counted against the stage's limit of its method, then
 * against the account's (fact D113; features A10.6). Each method has a bucket of its own, also where the stage sets one limit for
 * all (guide page api-gateway-request-throttling).
 */
export function compileThrottles(
  method: { readonly resourcePath: string; readonly httpMethod: string },
  setting: Throttling | undefined,
  scope: ThrottleScope,
): readonly Guard[] {
  const { accountId, region, apiId, stage } = scope.facts;
  const place = { accountId, region };
  const ofMethod = setting && rateOf(setting);
  return [
    ofMethod &&
      throttle(bucketIdOf(place, { kind: 'method', apiId, stage, ...method }), ofMethod, 'method of the stage', scope),
    scope.limits.accountThrottle &&
      throttle(bucketIdOf(place, { kind: 'account' }), scope.limits.accountThrottle, 'account', scope),
  ].filter((guard) => guard !== undefined);
}

function throttle(id: string, rate: Rate, level: ThrottleLevel, { usageLimits, warn }: ThrottleScope): Guard {
  const judge = ({ context }: MethodRequest, isWithin: boolean): GatewayFailure | undefined => {
    context.trace?.record({ kind: 'throttle', level, ...rate, isWithin });
    return isWithin ? undefined : THROTTLED;
  };
  return (request: MethodRequest): MaybePromise<GatewayFailure | undefined> => {
    const isWithin = usageLimits.takeToken(id, rate, request.context.requestTimeEpoch);
    if (typeof isWithin === 'boolean') return judge(request, isWithin);
    return isWithin.then(
      (within) => judge(request, within),
      (error: unknown) => {
        // As with usage plans: what cannot be counted is served.
        warn(`A throttle could not be checked: ${String(error)}`);
        return undefined;
      },
    );
  };
}

/** Undefined where the limits are those of every account, or switched off by -1: then the account's alone count. */
function rateOf({ throttlingRateLimit: rate, throttlingBurstLimit: burst }: Throttling): Rate | undefined {
  const perSecond = rate < 0 ? ACCOUNT_RATE_PER_SECOND : rate;
  const most = burst < 0 ? ACCOUNT_BURST : burst;
  return perSecond === ACCOUNT_RATE_PER_SECOND && most === ACCOUNT_BURST ? undefined : { perSecond, burst: most };
}
