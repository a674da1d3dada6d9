/** The records of platform events (Lambda guide, "Telemetry API Event schema reference"; without spans, since no traces are made). */
import type { FunctionVersion } from '../../model/index.ts';
import type { InvocationReport } from '../platform-log.ts';

/** How the runtime finished: `error` is a function that failed, `failure` a runtime that did. */
export type RuntimeStatus = 'success' | 'error' | 'failure' | 'timeout';

export function initStart({ initializationType, functionName, version }: FunctionVersion) {
  return {
    initializationType: initializationType ?? 'on-demand',
    phase: 'init',
    functionName,
    functionVersion: version,
  };
}

export function initReport(version: FunctionVersion, durationMs: number) {
  const { initializationType, phase } = initStart(version);
  return { initializationType, phase, status: 'success', metrics: { durationMs: rounded(durationMs) } };
}

export function invocationStart(requestId: string, version: string, traceId: string) {
  return { requestId, version, tracing: { type: 'X-Amzn-Trace-Id', value: traceId } };
}

export function runtimeDone(report: InvocationReport, status: RuntimeStatus, producedBytes: number | undefined) {
  const { requestId, durationMs, errorType } = report;
  const metrics = { durationMs: rounded(durationMs), ...(producedBytes !== undefined && { producedBytes }) };
  return { requestId, status, ...(errorType && { errorType }), metrics };
}

export function invocationReport(report: InvocationReport, status: RuntimeStatus) {
  const { requestId, durationMs, initDurationMs, memorySizeMb, maxMemoryUsedBytes, errorType } = report;
  return {
    requestId,
    status,
    ...(errorType && { errorType }),
    metrics: {
      durationMs: rounded(durationMs),
      billedDurationMs: Math.ceil(durationMs + (initDurationMs ?? 0)),
      memorySizeMB: memorySizeMb,
      ...(maxMemoryUsedBytes !== undefined && { maxMemoryUsedMB: Math.ceil(maxMemoryUsedBytes / 1_048_576) }),
      ...(initDurationMs !== undefined && { initDurationMs: rounded(initDurationMs) }),
    },
  };
}

/** To microseconds, as AWS sends them. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
