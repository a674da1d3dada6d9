import type { Authorizer } from '../../../model/index.ts';
import type { MethodPlace, MethodRequest } from '../../method/index.ts';
import { type Authorization, type Authorize, type AuthorizerScope, UNAUTHORIZED } from '../authorize.ts';
import { DecisionCache } from '../decision-cache.ts';
import { AUTHORIZER_LIMITS } from '../limits.ts';
import { SingleFlight } from '../single-flight.ts';
import { told } from '../told.ts';
import { type Answered, compileCall } from './call-function.ts';
import { requestAuthorizerEvent, tokenEvent } from './events.ts';
import { compileIdentify } from './identify.ts';

/** The same for every request of a caller, while it is kept. */
type Ask = (request: MethodRequest, place: MethodPlace, token: string) => Promise<Answered>;

/**
 * Compiles a TOKEN or REQUEST authorizer.
 * @returns undefined when its configuration is none that can be served
 */
export function compileLambdaAuthorizer(authorizer: Authorizer, scope: AuthorizerScope): Authorize | undefined {
  const ttlSeconds = authorizer.authorizerResultTtlInSeconds ?? AUTHORIZER_LIMITS.defaultTtlSeconds;
  const identify = compileIdentify(authorizer, ttlSeconds > 0, scope.stageVariables);
  const call = compileCall(authorizer, scope);
  if (identify === undefined || call === undefined) return undefined;
  const ask: Ask =
    authorizer.type === 'TOKEN'
      ? (request, _, token) => call(request, tokenEvent(request, token))
      : (request, place) => call(request, requestAuthorizerEvent(request, place, scope.stageVariables));
  const decide = ttlSeconds > 0 ? keeping(ask, ttlSeconds, scope) : asking(ask);
  return (request, place) => {
    const identity = identify(request);
    const { trace } = request.context;
    if (identity === undefined) {
      trace?.record({ kind: 'unidentified', authorizer });
      return UNAUTHORIZED;
    }
    trace?.record({ kind: 'authorizerStarted', authorizer });
    return decide(request, place, identity);
  };
}

type Decide = (
  request: MethodRequest,
  place: MethodPlace,
  identity: readonly (readonly string[])[],
) => ReturnType<Authorize>;

/** Calls the function for every request. */
function asking(ask: Ask): Decide {
  return async (request, place, identity) =>
    told((await ask(request, place, tokenOf(identity))).decision, false, request);
}

/** Calls the function once a caller and time to live. Failures and malformed answers are not kept (fact D91). */
function keeping(ask: Ask, ttlSeconds: number, scope: AuthorizerScope): Decide {
  const flights = new SingleFlight<Answered>();
  const kept = new DecisionCache<Authorization>({
    ttlMs: ttlSeconds * 1000,
    maxEntries: AUTHORIZER_LIMITS.keptDecisions,
    maxWeight: AUTHORIZER_LIMITS.keptBytes,
  });
  return (request, place, identity) => {
    const key = DecisionCache.keyOf(identity);
    const known = kept.get(key, scope.now());
    if (known !== undefined) return told(known, true, request);
    return flights
      .do(key, async () => {
        const answered = await ask(request, place, tokenOf(identity));
        if (answered.decision.kind === 'authorization') {
          kept.put(key, answered.decision, answered.bytes, scope.now());
        }
        return answered;
      })
      .then(({ decision }) => told(decision, false, request));
  };
}

function tokenOf(identity: readonly (readonly string[])[]): string {
  return identity[0]?.[0] ?? '';
}
