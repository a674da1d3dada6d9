import type { Exchange } from '../../http/index.ts';
import type { StageSnapshot } from '../../model/index.ts';
import type { GatewayEnvironment, RequestAddress, StagePlan } from '../gateway.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { GATEWAY_LIMITS, MAX_WARNINGS_PER_STAGE } from '../limits.ts';
import { type CompileScope, ConfigurationProblem, MethodRequest } from '../method/index.ts';
import { effectiveMethod, sendOutcome } from '../pipeline/index.ts';
import { RequestContext, type StageRuntime } from '../request-context/index.ts';
import type { TargetGroups } from '../vpc-links/index.ts';
import { compileRelease, type ReleasePlan, type ReleaseScope } from './compile-release.ts';
import { compileMethodSettings } from './method-settings.ts';
import { notApplied } from './not-applied.ts';
import { releasesOf } from './releases.ts';
import { runMethod } from './run-method.ts';
import { warnOnce } from './warn-once.ts';

const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'FORBIDDEN' };
const NO_METHOD: GatewayFailure = { kind: 'failure', type: 'MISSING_AUTHENTICATION_TOKEN' };

/** Keys, limits, callers and ids, which all stages of a gateway share. */
type SharedRooms = { readonly targets: TargetGroups } & Pick<
  CompileScope,
  'awsSigner' | 'usagePlans' | 'usageLimits' | 'issuerKeys' | 'signers'
> &
  Pick<StageRuntime, 'ids'>;

/** Compiles what is deployed at a stage. Nothing that a request needs is looked up anywhere else. */
export function compileStage(snapshot: StageSnapshot, environment: GatewayEnvironment & SharedRooms): StagePlan {
  const { ref, stage, deployment } = snapshot;
  const { restApi } = deployment;
  const place = { apiId: ref.apiId, stage: ref.stageName };
  const warn = warnOnce(
    (message, detail) => environment.warn(message, { ...place, ...detail }),
    MAX_WARNINGS_PER_STAGE,
  );
  const scope: ReleaseScope = {
    ref,
    environment,
    limits: GATEWAY_LIMITS[environment.limitProfile()],
    findSetting: compileMethodSettings(stage),
    runtime: {
      ids: environment.ids,
      nowMs: environment.nowMs,
      observe: environment.observeStage({ ...place, apiName: restApi.name }),
      report: (detail, { httpMethod, resourcePath, requestId }) =>
        warn(detail, { httpMethod, resourcePath, requestId }),
    },
    clientIdentity: snapshot.clientIdentity,
    targetsOf(vpcLinkId) {
      const link = snapshot.vpcLinks?.[vpcLinkId];
      if (link === undefined) throw new ConfigurationProblem(`There is no VPC link "${vpcLinkId}".`);
      return environment.targets.of(link);
    },
    warn: (message) => warn(message, {}),
  };
  for (const feature of notApplied(stage)) scope.warn(`Not built, so the stage is served without: ${feature}.`);
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
  { runtime, beyondLimits, closed, route, complete }: ReleasePlan,
  exchange: Exchange,
  address: RequestAddress,
): void {
  const context = new RequestContext(runtime, exchange, address, effectiveMethod(exchange));
  // Custom domain names lead in all the same (features A2.15).
  const refused = beyondLimits?.(exchange, context) ?? (closed && address.domain === undefined ? FORBIDDEN : undefined);
  if (refused !== undefined) {
    sendOutcome(exchange, context, refused);
    return;
  }
  const found = route(context.httpMethod, address.path);
  if (found === undefined) {
    sendOutcome(exchange, context, NO_METHOD);
    return;
  }
  context.routedTo(found.method.place, found.pathParameters);
  runMethod(found.method, new MethodRequest(exchange, context, address, found.pathParameters, complete));
}
