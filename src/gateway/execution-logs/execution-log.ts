import type { MethodSetting, ServedRequest, Stage } from '../../model/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import { type LoggingTerms, type LogWriter, stageLog, type TimedEvent } from '../tracing/index.ts';

/** The execution log of a stage. */
export interface ExecutionLog {
  /** Whether what is in requests is logged, too, of any method. */
  readonly hasDataTrace: boolean;
  /** Logs a request whose trace is over. */
  write(events: readonly TimedEvent[], request: ServedRequest): void;
}

/** Finds the settings that hold for a method. */
type FindSetting = (resourcePath: string, httpMethod: string) => { readonly setting: MethodSetting } | undefined;

const OFF: LoggingTerms = { loggingLevel: 'OFF', dataTraceEnabled: false };

/**
 * Compiles the execution log of a stage. A request that finds no method is logged by the settings of none, so not at all.
 * @returns undefined where no method is logged
 */
export function compileExecutionLog(
  { methodSettings }: Stage,
  { apiId, stage, isCanaryRequest }: StageFacts,
  findSetting: FindSetting,
  write: LogWriter,
): ExecutionLog | undefined {
  const settings = Object.values(methodSettings).filter(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF');
  if (settings.length === 0) return undefined;
  const group = `API-Gateway-Execution-Logs_${apiId}/${stage}`;
  // The canary's requests go to its own group, too (guide page canary-release).
  const groups = isCanaryRequest === true ? [group, `${group}/Canary`] : [group];
  return {
    hasDataTrace: settings.some(({ dataTraceEnabled }) => dataTraceEnabled),
    write(events, request) {
      const { requestId, extendedRequestId, httpMethod, requestTimeEpoch } = request;
      const method = events.map(({ event }) => event).find((event) => event.kind === 'routed')?.method;
      if (method === undefined) return;
      const { resourceId, resourcePath, declaredMethod } = method;
      const terms = findSetting(resourcePath, declaredMethod)?.setting ?? OFF;
      const logged = { requestId, extendedRequestId, apiId, stage, httpMethod, resourceId, resourcePath };
      for (const { atMs, message, isError } of stageLog(logged, events, terms)) {
        for (const logGroup of groups) write(logGroup, requestTimeEpoch + Math.round(atMs), message, request, isError);
      }
    },
  };
}
