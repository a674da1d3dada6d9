import type { Exchange } from '../../http/index.ts';
import type { StageSnapshot } from '../../model/index.ts';
import type { GatewayEnvironment, RequestAddress, StagePlan } from '../gateway.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { GATEWAY_LIMITS, MAX_WARNINGS_PER_STAGE } from '../limits.ts';
import { type CompileScope, MethodRequest } from '../method/index.ts';
import { compileRequestLimits, effectiveMethod, sendOutcome } from '../pipeline/index.ts';
import { RequestContext, type StageFacts, type StageRuntime } from '../request-context/index.ts';
import { compileMethod, type MethodPlan } from './compile-method.ts';
import { notApplied } from './not-applied.ts';
import { compileRouter } from './router.ts';
import { compileCompletion, runMethod } from './run-method.ts';
import { warnOnce } from './warn-once.ts';

const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'FORBIDDEN' };
const NO_METHOD: GatewayFailure = { kind: 'failure', type: 'MISSING_AUTHENTICATION_TOKEN' };

/** Keys, limits and ids, which all stages of a gateway share. */
type SharedRooms = Pick<CompileScope, 'usagePlans' | 'usageLimits'> & Pick<StageRuntime, 'ids'>;

/** Compiles what is deployed at a stage. Nothing that a request needs is looked up anywhere else. */
export function compileStage(snapshot: StageSnapshot, environment: GatewayEnvironment & SharedRooms): StagePlan {
  const { ref, stage, deployment } = snapshot;
  const { restApi } = deployment;
  const facts: StageFacts = {
    accountId: ref.scope.accountId,
    region: ref.scope.region,
    apiId: ref.apiId,
    stage: ref.stageName,
    deploymentId: stage.deploymentId,
    endpointType: restApi.endpointConfiguration.types[0] ?? 'EDGE',
  };
  const limits = GATEWAY_LIMITS[environment.limitProfile()];
  const place = { apiId: ref.apiId, stage: ref.stageName };
  const warn = warnOnce(
    (message, detail) => environment.warn(message, { ...place, ...detail }),
    MAX_WARNINGS_PER_STAGE,
  );
  const runtime: StageRuntime = {
    facts,
    ids: environment.ids,
    nowMs: environment.nowMs,
    observe: environment.observeStage({ ...place, apiName: restApi.name }),
    report: (detail, { httpMethod, resourcePath, requestId }) => warn(detail, { httpMethod, resourcePath, requestId }),
  };
  const scope: CompileScope = {
    facts,
    stageVariables: stage.variables,
    binaryMediaTypes: restApi.binaryMediaTypes ?? [],
    limits,
    functions: environment.functions,
    upstream: environment.upstream,
    usagePlans: environment.usagePlans,
    usageLimits: environment.usageLimits,
    warn: (message) => warn(message, {}),
  };
  for (const feature of notApplied(stage)) scope.warn(`Not built, so the stage is served without: ${feature}.`);
  const route = compileRouter<MethodPlan>(
    deployment.resources,
    (resource) =>
      new Map(
        Object.entries(resource.resourceMethods).map(([verb, method]) => [
          verb,
          compileMethod(restApi, resource, method, scope),
        ]),
      ),
  );
  const beyondLimits = compileRequestLimits(facts, limits);
  const complete = compileCompletion(restApi.minimumCompressionSize);
  // Custom domain names lead in all the same (features A2.15).
  const closed = restApi.disableExecuteApiEndpoint;
  return {
    ref,
    handle(exchange: Exchange, address: RequestAddress) {
      const context = new RequestContext(runtime, exchange, address, effectiveMethod(exchange));
      const refused =
        beyondLimits?.(exchange, context) ?? (closed && address.domain === undefined ? FORBIDDEN : undefined);
      if (refused !== undefined) {
        sendOutcome(exchange, context, refused);
        return;
      }
      const found = route(context.httpMethod, address.path);
      if (found === undefined) {
        sendOutcome(exchange, context, NO_METHOD);
        return;
      }
      context.routedTo(found.method.place);
      runMethod(found.method, new MethodRequest(exchange, context, address, found.pathParameters, complete));
    },
  };
}
