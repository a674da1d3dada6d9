import type { HttpStage, HttpStageSnapshot, ServedStage } from '../../model/index.ts';
import { compileAccessLog } from '../access-logs/index.ts';
import type { CompileEnvironment } from '../compile/index.ts';
import { allOf, logPlaces, sampled } from '../compile/observation.ts';
import { warnOnce } from '../compile/warn-once.ts';
import { FEW_BODIES, rememberRequests } from '../explanations/index.ts';
import { GATEWAY_LIMITS, MAX_WARNINGS_PER_STAGE } from '../limits.ts';
import type { CompileScope } from '../method/index.ts';
import type { IdSource, StageRuntime } from '../request-context/index.ts';
import { bridgeOf } from '../trace-bridge/index.ts';
import { compileRouteMetrics } from './detailed-metrics.ts';
import { wordFailure } from './failures.ts';
import type { HttpRequestContext } from './http-request.ts';
import { httpLogVariable } from './log-variable.ts';

/** What compiling a route of one stage may need. */
export type HttpScope = Pick<
  CompileScope,
  | 'facts'
  | 'stageVariables'
  | 'limits'
  | 'functions'
  | 'upstream'
  | 'usageLimits'
  | 'issuerKeys'
  | 'signers'
  | 'now'
  | 'warn'
>;

/** What a stage's routes are compiled with, and what its requests share. */
export function httpScope(
  { ref, stage, definition }: HttpStageSnapshot,
  environment: CompileEnvironment,
  ids: IdSource,
): { readonly scope: HttpScope; readonly runtime: StageRuntime } {
  const place = { apiId: ref.apiId, stage: ref.stageName };
  const warn = warnOnce(
    (message, detail) => environment.warn(message, { ...place, ...detail }),
    MAX_WARNINGS_PER_STAGE,
  );
  const facts: CompileScope['facts'] = {
    accountId: ref.scope.accountId,
    region: ref.scope.region,
    apiId: ref.apiId,
    stage: ref.stageName,
    deploymentId: stage.DeploymentId ?? '',
    endpointType: 'REGIONAL',
    isCanaryRequest: undefined,
  };
  const served: ServedStage = { ...place, apiName: definition.api.Name, scope: ref.scope, protocol: 'HTTP' };
  const hasVariables = Object.keys(stage.StageVariables).length > 0;
  const subject = { apiName: definition.api.Name, protocol: 'HTTP' } as const;
  const tracing = environment.tracing?.();
  const startTrace =
    environment.startTrace ??
    sampled(
      tracing?.samplesHttpApis === true,
      facts,
      subject,
      environment,
      rememberRequests(facts, environment, FEW_BODIES),
    );
  return {
    scope: {
      facts,
      stageVariables: hasVariables ? stage.StageVariables : undefined,
      limits: GATEWAY_LIMITS[environment.limitProfile()],
      functions: environment.functions,
      upstream: environment.upstream,
      usageLimits: environment.usageLimits,
      issuerKeys: environment.issuerKeys,
      signers: environment.signers,
      now: environment.now,
      warn: (message) => warn(message, {}),
    },
    runtime: {
      facts,
      ids,
      nowMs: environment.nowMs,
      ...bridgeOf(tracing),
      ...(startTrace && { startTrace }),
      observe: compileObservation(stage, served, environment),
      wordFailure,
      report: (detail, { httpMethod, resourcePath, requestId }) =>
        warn(detail, { httpMethod, resourcePath, requestId }),
    },
  };
}

/** Who is told of requests. */
function compileObservation(
  stage: HttpStage,
  served: ServedStage,
  environment: CompileEnvironment,
): StageRuntime['observe'] {
  const { observeStage } = environment;
  return allOf([
    observeStage(served),
    compileRouteMetrics(stage, served, observeStage),
    compileStageLog(stage, environment),
  ]);
}

function compileStageLog(
  { AccessLogSettings }: HttpStage,
  environment: CompileEnvironment,
): StageRuntime['observe'] | undefined {
  const { Format: format, DestinationArn: destinationArn } = AccessLogSettings ?? {};
  const log = compileAccessLog({ format, destinationArn }, httpLogVariable, undefined, logPlaces(environment));
  // The requests of an HTTP API's stage have no other context.
  return log && ((context) => log(context as HttpRequestContext));
}
