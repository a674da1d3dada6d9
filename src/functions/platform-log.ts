/** The lines that Lambda itself writes around an invocation (format as recorded on AWS, November 2025). */

export interface InvocationReport {
  readonly requestId: string;
  /** From the hand-over to the runtime until its answer, in milliseconds. */
  readonly durationMs: number;
  /** Set for the first invocation of an instance: from its start until it asked for work, in milliseconds. */
  readonly initDurationMs?: number | undefined;
  readonly memorySizeMb: number;
  /** Undefined where the operating system does not tell. */
  readonly maxMemoryUsedBytes?: number | undefined;
  /** Set when the platform ended the invocation. */
  readonly status?: 'timeout' | 'error' | undefined;
  /** With status `error`: for example `Runtime.ExitError`. */
  readonly errorType?: string | undefined;
}

export function startLine(requestId: string, version: string): string {
  return `START RequestId: ${requestId} Version: ${version}`;
}

export function endLine(requestId: string): string {
  return `END RequestId: ${requestId}`;
}

/** Since August 2025 AWS bills the init phase too (Lambda guide, "Lambda execution environment lifecycle"). */
export function reportLine(report: InvocationReport): string {
  const billedMs = Math.ceil(report.durationMs + (report.initDurationMs ?? 0));
  let line =
    `REPORT RequestId: ${report.requestId}\tDuration: ${report.durationMs.toFixed(2)} ms\t` +
    `Billed Duration: ${billedMs} ms\tMemory Size: ${report.memorySizeMb} MB\t`;
  if (report.maxMemoryUsedBytes !== undefined) {
    line += `Max Memory Used: ${Math.ceil(report.maxMemoryUsedBytes / 1_048_576)} MB\t`;
  }
  if (report.initDurationMs !== undefined) line += `Init Duration: ${report.initDurationMs.toFixed(2)} ms\t`;
  if (report.status !== undefined) line += `Status: ${report.status}\t`;
  if (report.errorType !== undefined) line += `Error Type: ${report.errorType}\t`;
  return line;
}

export function timeoutLine(requestId: string, timeoutMs: number, nowMs: number): string {
  return `${new Date(nowMs).toISOString()} ${requestId} Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
}
