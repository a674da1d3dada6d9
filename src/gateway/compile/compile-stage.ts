import type { Exchange } from '../../http/index.ts';
import type { StageSnapshot } from '../../model/index.ts';
import type { RequestAddress, StagePlan } from '../gateway.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { MethodRequest } from '../method/index.ts';
import { effectiveMethod, sendOutcome } from '../pipeline/index.ts';
import { RequestContext } from '../request-context/index.ts';
import { compileRelease, type ReleasePlan } from './compile-release.ts';
import { notApplied } from './not-applied.ts';
import { type CompileEnvironment, releaseScope } from './release-scope.ts';
import { releasesOf } from './releases.ts';
import { Routed } from './routed.ts';
import { runMethod } from './run-method.ts';

const NO_METHOD: GatewayFailure = { kind: 'failure', type: 'MISSING_AUTHENTICATION_TOKEN' };

/** Compiles what is deployed at a stage. Nothing that a request needs is looked up anywhere else. */
export function compileStage(snapshot: StageSnapshot, environment: CompileEnvironment): StagePlan {
  const { ref, stage } = snapshot;
  const scope = releaseScope(snapshot, environment);
  const hasSpans = environment.spans?.() !== undefined;
  for (const feature of notApplied(stage, environment.logs() !== undefined, hasSpans))
    scope.warn(`Not built or not there, so the stage is served without: ${feature}.`);
  const { base, canary, share } = releasesOf(snapshot, environment.responseCache);
  const plan = compileRelease(base, scope);
  if (canary === undefined) return { ref, handle: (exchange, address) => handle(plan, exchange, address) };
  const canaryPlan = compileRelease(canary, scope);
  // At random, request by request: no client is bound to either side (guide page canary-release).
  return {
    ref,
    handle: (exchange, address) => handle(environment.random() < share ? canaryPlan : plan, exchange, address),
  };
}

function handle(
  { runtime, beyondLimits, entrance, router, complete }: ReleasePlan,
  exchange: Exchange,
  address: RequestAddress,
): void {
  const context = new RequestContext(runtime, exchange, address, effectiveMethod(exchange));
  const refused = beyondLimits?.(exchange, context) ?? entrance?.(exchange, context, address);
  if (refused !== undefined) {
    context.trace?.record({ kind: 'guarded', phase: 'way in', failure: refused });
    sendOutcome(exchange, context, refused);
    return;
  }
  const found = router.find(context.httpMethod, address.path);
  context.trace?.record(new Routed(context, address, found, router));
  if (found === undefined) {
    sendOutcome(exchange, context, NO_METHOD);
    return;
  }
  context.routedTo(found.method.place, found.pathParameters);
  runMethod(found.method, new MethodRequest(exchange, context, address, found.pathParameters, complete));
}
