import type { ExportedLog, LogEvent, LogSink } from '../../model/index.ts';
import { type Batch, createBatches } from './batches.ts';
import { LOG_BATCHES } from './limits.ts';

/** A sink whose events are on their way to another process. */
export interface LogBatches extends LogSink {
  flush(): Promise<void>;
}

/** @param send hands events to the process that sends them to other systems */
export function createLogBatches(send: (batch: Batch<ExportedLog>) => Promise<void>): LogBatches {
  const batches = createBatches(LOG_BATCHES, send, weightOf);
  return { append: (event) => batches.add([exportedLog(event)]), flush: batches.flush };
}

/** An event with what its source says now. */
export function exportedLog({ source, ...event }: LogEvent): ExportedLog {
  const { requestId, traceId } = source ?? {};
  return { ...(requestId !== undefined && { requestId }), ...(traceId !== undefined && { traceId }), ...event };
}

/** What else there is of an event takes as much as a short message. */
const REST_BYTES = 500;

export function weightOf({ message }: Pick<ExportedLog, 'message'>): number {
  return REST_BYTES + 2 * message.length;
}
