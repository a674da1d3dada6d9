import { javaDate } from '../../text/index.ts';
import type { TimedEvent } from '../trace.ts';
import { executionLines } from './execution-lines.ts';

/** What a test ran as. */
interface TestedRequest {
  readonly requestId: string;
  /** When it began, in milliseconds since the epoch. */
  readonly startedAtMs: number;
}

/**
 * Renders a trace as the log of AWS's tests: each line with its date, the last one with its line end (telemetry E.3). What
 * AWS masks is masked.
 * @param passed the body of an answer that passed through, where it is known by now
 */
export function testLog(
  { requestId, startedAtMs }: TestedRequest,
  events: readonly TimedEvent[],
  passed?: Uint8Array,
): string {
  const kept = passed && { bytes: passed.length, head: Buffer.from(passed) };
  const lines = executionLines(requestId, events, undefined, kept).map(
    ({ atMs, text }) => `${javaDate(startedAtMs + atMs)} : ${text}`,
  );
  return `${[`Execution log for request ${requestId}`, ...lines].join('\n')}\n`;
}
