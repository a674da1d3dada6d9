import type { Scope, Stage } from '../../model/index.ts';
import { compileAccessLog, type LogPlaces, logVariable } from '../access-logs/index.ts';
import { compileExecutionLog } from '../execution-logs/index.ts';
import { FEW_BODIES, rememberRequests } from '../explanations/index.ts';
import { type StageFacts, type StageRuntime, TracedIdSource } from '../request-context/index.ts';
import { compileSampling, type SpanSubject } from '../spans/index.ts';
import { LOGGED_BODY_BYTES, type LogWriter } from '../tracing/index.ts';
import { compileDetailedMetrics } from './detailed-metrics.ts';
import type { FindSetting } from './method-settings.ts';
import type { CompileEnvironment } from './release-scope.ts';

/** What is written down of a release's requests. */
export type Observation = Pick<StageRuntime, 'observe' | 'startTrace'> & Partial<Pick<StageRuntime, 'ids'>>;

/**
 * Compiles who is told of the requests to a release: metrics, the stage's access log, and what needs their traces. Where
 * nothing does, there are none.
 */
export function compileObservation(
  stage: Stage,
  facts: StageFacts,
  apiName: string,
  findSetting: FindSetting,
  environment: CompileEnvironment,
): Observation {
  const { apiId, accountId, region, isCanaryRequest } = facts;
  const scope = { accountId, region };
  const served = {
    apiId,
    apiName,
    scope,
    stage: facts.stage,
    ...(stage.cacheClusterEnabled && { hasCache: true as const }),
    ...(isCanaryRequest === true && { isCanary: true as const }),
  };
  const write = writerOf(environment, scope);
  const accessLog = compileAccessLog(
    stage.accessLogSettings ?? {},
    logVariable,
    isCanaryRequest,
    logPlaces(environment),
  );
  // Whoever asked for a trace himself remembers it himself.
  const remembered =
    environment.startTrace === undefined ? compileTracing(stage, facts, findSetting, environment, write) : undefined;
  const subject = { apiName, protocol: 'REST' } as const;
  const startTrace = environment.startTrace ?? sampled(stage.tracingEnabled, facts, subject, environment, remembered);
  return {
    observe: allOf([
      environment.observeStage(served),
      compileDetailedMetrics(stage, served, findSetting, environment.observeStage),
      accessLog,
      remembered?.observe,
    ]),
    ...(startTrace && { startTrace }),
    ...(stage.tracingEnabled && { ids: new TracedIdSource(environment.fillRandom) }),
  };
}

/** With those requests told of as spans that are sampled, if any are. */
export function sampled(
  isActive: boolean,
  facts: StageFacts,
  subject: SpanSubject,
  environment: CompileEnvironment,
  others: ReturnType<typeof rememberRequests>,
): StageRuntime['startTrace'] {
  const sampling = {
    isActive,
    joins: environment.tracing?.().traceparent === 'join',
    facts,
    subject,
    spans: environment.spans?.(),
    terms: { nowMs: environment.nowMs, ...FEW_BODIES },
    random: environment.random,
    spanId: () => environment.ids.spanId(),
  };
  return compileSampling(sampling, others) ?? others?.startTrace;
}

type Observe = StageRuntime['observe'];

/** Most stages have one observer, which is then called without a detour. */
export function allOf(observers: readonly (Observe | undefined)[]): Observe {
  const [first, ...others] = observers.filter((observer) => observer !== undefined);
  if (first === undefined) return () => undefined;
  if (others.length === 0) return first;
  return (context) => {
    first(context);
    for (const observe of others) observe(context);
  };
}

function compileTracing(
  stage: Stage,
  facts: StageFacts,
  findSetting: FindSetting,
  environment: CompileEnvironment,
  write: LogWriter | undefined,
): ReturnType<typeof rememberRequests> {
  const log = write && compileExecutionLog(stage, facts, findSetting, write);
  if (log === undefined) return rememberRequests(facts, environment, FEW_BODIES);
  const bodies = log.hasDataTrace ? { maxBytes: LOGGED_BODY_BYTES, tellingOnly: false } : FEW_BODIES;
  return rememberRequests(facts, environment, bodies, ({ events }, request) => log.write(events, request));
}

/** Where a stage's access log can go. */
export function logPlaces(environment: CompileEnvironment): LogPlaces {
  return { writerIn: (scope) => writerOf(environment, scope), deliveries: environment.deliveries?.() };
}

function writerOf(environment: Pick<CompileEnvironment, 'logs' | 'logStream'>, scope: Scope): LogWriter | undefined {
  const sink = environment.logs();
  if (sink === undefined) return undefined;
  const { logStream } = environment;
  return (logGroup, timestamp, message, source, isError) =>
    sink.append({ scope, logGroup, logStream, timestamp, message, source, isError });
}
