import type { MethodSetting } from '../../../model/index.ts';
import type { TimedEvent } from '../trace.ts';
import { executionLines } from './execution-lines.ts';
import type { Grade } from './line.ts';
import type { LoggedRequest } from './logged-request.ts';

/** What a stage logs of a method. */
export type LoggingTerms = Pick<MethodSetting, 'loggingLevel' | 'dataTraceEnabled'>;

/** An event of a log stream. */
export interface LogLine {
  /** Since the request began. */
  readonly atMs: number;
  readonly message: string;
  /** Whether it is about what ended the request. */
  readonly isError: boolean;
}

/**
 * Renders a trace as the events that AWS writes to a stage's log group, `(requestId) text` (telemetry E.3): at INFO all that
 * happened, at ERROR what ended the request, with a data trace also what was in it. A request that does not show what its
 * authorizer identifies callers by is not logged (fact D88).
 */
export function stageLog(
  request: LoggedRequest,
  events: readonly TimedEvent[],
  { loggingLevel = 'OFF', dataTraceEnabled }: LoggingTerms,
): readonly LogLine[] {
  if (loggingLevel === 'OFF' || events.some(({ event }) => event.kind === 'unidentified')) return [];
  const wanted: ReadonlySet<Grade> = new Set(
    loggingLevel === 'ERROR' ? ['error'] : dataTraceEnabled ? ['error', 'info', 'data'] : ['error', 'info'],
  );
  return executionLines(request.requestId, events, request)
    .filter(({ grade }) => wanted.has(grade))
    .map(({ atMs, grade, text }) => ({
      atMs,
      message: `(${request.requestId}) ${text}`,
      isError: grade === 'error',
    }));
}
