import type { HttpAuthorizer } from '../../../model/index.ts';
import { DecisionCache } from '../../authorizers/decision-cache.ts';
import { AUTHORIZER_LIMITS } from '../../authorizers/limits.ts';
import { SingleFlight } from '../../authorizers/single-flight.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { functionArnOf, roleRights } from '../../integrations/lambda/index.ts';
import { resolveStageVariables } from '../../method/index.ts';
import { anonymousAccess } from '../../pipeline/resource-policy.ts';
import type { HttpGuard } from '../guard.ts';
import type { HttpRequest } from '../http-request.ts';
import type { HttpScope } from '../scope.ts';
import { authorizerEvent } from './authorizer-event.ts';
import { compileIdentitySource } from './identity-sources.ts';
import { type Decision, readDecision } from './read-decision.ts';
import { tracedAuthorizer } from './traced-authorizer.ts';

/** Guards a route by what a function says. */
export type GuardByFunction = (routePath: string) => HttpGuard;

/** How long a function may take (features A17, "HTTP API"). */
const TIMEOUT_MS = 10_000;

const UNAUTHORIZED: GatewayFailure = { kind: 'failure', type: 'UNAUTHORIZED' };
const DENIED: GatewayFailure = { kind: 'failure', type: 'ACCESS_DENIED' };

interface Answered {
  readonly decision: Decision | GatewayFailure;
  readonly bytes: number;
}

/**
 * Compiles a REQUEST authorizer (fact D100). What its function decided is kept by the identity sources, for all routes that
 * use it, as long as its time to live says.
 * @returns undefined when its configuration is none that can be served
 */
export function compileLambdaAuthorizer(authorizer: HttpAuthorizer, scope: HttpScope): GuardByFunction | undefined {
  const { IdentitySource, AuthorizerResultTtlInSeconds: ttlSeconds = 0 } = authorizer;
  const sources = IdentitySource.map((source) => compileIdentitySource(source, scope.stageVariables));
  const ask = compileCall(authorizer, scope);
  if (ask === undefined || !sources.every((source) => source !== undefined)) return undefined;
  const flights = new SingleFlight<Answered>();
  const kept = new DecisionCache<Decision>({
    ttlMs: ttlSeconds * 1000,
    maxEntries: AUTHORIZER_LIMITS.keptDecisions,
    maxWeight: AUTHORIZER_LIMITS.keptBytes,
  });
  const isKept = ttlSeconds > 0 && sources.length > 0;
  const traced = tracedAuthorizer(authorizer);
  return (routePath) => (request) => {
    const identity = sources.map((source) => source(request));
    if (!isComplete(identity)) return UNAUTHORIZED;
    request.context.authorizerStarted();
    request.context.trace?.record({ kind: 'authorizerStarted', authorizer: traced });
    const call = () => ask(request, identity, routePath);
    if (!isKept) return call().then(({ decision }) => settle(request, decision));
    const key = DecisionCache.keyOf([identity]);
    const known = kept.get(key, scope.now());
    if (known !== undefined) return admit(request, known, true);
    return flights
      .do(key, async () => {
        const answered = await call();
        if ('verdict' in answered.decision) kept.put(key, answered.decision, answered.bytes, scope.now());
        return answered;
      })
      .then(({ decision }) => settle(request, decision));
  };
}

function isComplete(identity: readonly (string | undefined)[]): identity is readonly string[] {
  return identity.every((value) => value !== undefined && value !== '');
}

function settle(request: HttpRequest, decision: Decision | GatewayFailure): GatewayFailure | undefined {
  return 'verdict' in decision ? admit(request, decision, false) : decision;
}

/** @param isKept it was known from an earlier request */
function admit(
  request: HttpRequest,
  { verdict, principalId, context = {} }: Decision,
  isKept: boolean,
): GatewayFailure | undefined {
  const properties = Object.fromEntries(
    Object.entries(context)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
  request.context.authorizedBy({ properties, ...(principalId !== undefined && { principalId }) });
  request.context.authorizerContext = context;
  const isAllowed =
    typeof verdict === 'boolean' ? verdict : verdict.evaluate(anonymousAccess(request)).effect === 'Allow';
  if (!isAllowed) return DENIED;
  request.context.trace?.record({ kind: 'authorized', isKept, principalId, facts: properties });
  return undefined;
}

function compileCall(authorizer: HttpAuthorizer, scope: HttpScope) {
  const { AuthorizerId, AuthorizerUri = '', AuthorizerCredentialsArn, Name } = authorizer;
  const { AuthorizerPayloadFormatVersion: version = '2.0', EnableSimpleResponses = false } = authorizer;
  const functionArn = functionArnOf(resolveStageVariables(AuthorizerUri, scope.stageVariables));
  if (functionArn === undefined) return undefined;
  const { region, accountId, apiId } = scope.facts;
  const source = {
    principal: 'apigateway.amazonaws.com',
    sourceArn: `arn:aws:execute-api:${region}:${accountId}:${apiId}/authorizers/${AuthorizerId}`,
  };
  // With credentials of its own a role's rights count, not the function's policy.
  const rights = AuthorizerCredentialsArn === undefined ? { source } : roleRights(AuthorizerCredentialsArn, accountId);
  return async (request: HttpRequest, identity: readonly string[], routePath: string): Promise<Answered> => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const call = {
      functionArn,
      payload: authorizerEvent(version, request, identity, routePath, scope),
      type: 'RequestResponse',
      traceId: request.context.traceId,
      ...rights,
    } as const;
    request.context.trace?.record({ kind: 'authorizerRequest', functionArn, body: call.payload });
    try {
      const result = await scope.functions.invoke(call, timeout);
      if (result.kind === 'invoked')
        request.context.trace?.record({ kind: 'authorizerResponse', body: result.payload });
      if (result.kind === 'refused') return failed(`it could not be called: ${result.message}`);
      if (result.functionError !== undefined) return failed('it failed');
      const decision = readDecision(result.payload, EnableSimpleResponses, Name);
      if (typeof decision === 'string') return failed(`it answered ${decision}`);
      return { decision, bytes: result.payload.length };
    } catch (error) {
      return failed(timeout.aborted ? 'it timed out' : String(error));
    }
  };
}

/** Clients get 500 (fact D100), the operator the reason. */
function failed(problem: string): Answered {
  const detail = `The authorizer's function decided nothing: ${problem}`;
  return { decision: { kind: 'failure', type: 'AUTHORIZER_FAILURE', detail }, bytes: 0 };
}
