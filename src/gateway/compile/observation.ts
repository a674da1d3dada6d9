import type { Stage } from '../../model/index.ts';
import { compileAccessLog } from '../access-logs/index.ts';
import { compileExecutionLog } from '../execution-logs/index.ts';
import { explainRequest } from '../explanations/index.ts';
import { TRACED_BODY_BYTES } from '../limits.ts';
import type { StageFacts, StageRuntime } from '../request-context/index.ts';
import {
  LOGGED_BODY_BYTES,
  type LogWriter,
  type StartTrace,
  TraceRecorder,
  type TraceTerms,
} from '../tracing/index.ts';
import type { FindSetting } from './method-settings.ts';
import type { CompileEnvironment } from './release-scope.ts';

/** What is written down of a release's requests. */
export type Observation = Pick<StageRuntime, 'observe' | 'startTrace'>;

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
  const { apiId, isCanaryRequest } = facts;
  const count = environment.observeStage({
    apiId,
    apiName,
    stage: facts.stage,
    ...(isCanaryRequest === true && { isCanary: true }),
  });
  const write = writerOf(environment);
  const accessLog = write && compileAccessLog(stage, isCanaryRequest, write);
  const startTrace = environment.startTrace ?? compileTracing(stage, facts, findSetting, environment, write);
  return {
    observe:
      accessLog === undefined
        ? count
        : (context) => {
            count(context);
            accessLog(context);
          },
    ...(startTrace && { startTrace }),
  };
}

function compileTracing(
  stage: Stage,
  facts: StageFacts,
  findSetting: FindSetting,
  { nowMs, recent }: CompileEnvironment,
  write: LogWriter | undefined,
): StartTrace | undefined {
  const log = write && compileExecutionLog(stage, facts, findSetting, write);
  const memory = recent.of(facts.apiId, facts.stage);
  if (log === undefined && memory === undefined) return undefined;
  const bodies = log?.hasDataTrace
    ? { maxBytes: LOGGED_BODY_BYTES, tellingOnly: false }
    : { maxBytes: TRACED_BODY_BYTES, tellingOnly: true };
  const terms: TraceTerms = {
    nowMs,
    ...bodies,
    onEnd({ events }, request) {
      log?.write(events, request);
      if (memory?.wants(request.status)) memory.keep(explainRequest(events, request, facts));
    },
  };
  return () => new TraceRecorder(terms);
}

function writerOf(environment: CompileEnvironment): LogWriter | undefined {
  const sink = environment.logs();
  if (sink === undefined) return undefined;
  const { logStream } = environment;
  return (logGroup, timestamp, message) => sink.append({ logGroup, logStream, timestamp, message });
}
