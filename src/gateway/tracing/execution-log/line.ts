/**
 * How much a stage must log for a line to be among what it logs: `error` what ended a request, `info` what happened to it,
 * `data` what was in it (features A12.3: the levels ERROR and INFO, and data traces).
 */
export type Grade = 'error' | 'info' | 'data';

/** A line of an execution log, without what stands before it. */
export interface ExecutionLine {
  /** Since the request began. */
  readonly atMs: number;
  readonly grade: Grade;
  readonly text: string;
}

/** A line's longest text; with " [TRUNCATED]" behind what is left (counted in recorded logs, for headers and for bodies). */
const MAX_LENGTH = 1_024;

/** What of a body must be kept for its line: the longest text in UTF-8, and a byte that shows that there was more. */
export const LOGGED_BODY_BYTES: number = MAX_LENGTH * 4 + 1;

export function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)} [TRUNCATED]`;
}
