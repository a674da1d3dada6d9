/** The lines that Lambda itself writes around an invocation (format as recorded on AWS, November 2025). */

export interface InvocationReport {
  readonly requestId: string;
  /** From the hand-over to the runtime until its answer, in milliseconds. */
  readonly durationMs: number;
  /** Set for the first invocation of an instance: from its start until it asked for work, in milliseconds. */
  readonly initDurationMs?: number;
  readonly memorySizeMb: number;
  /** Undefined where the operating system does not tell. */
  readonly maxMemoryUsedBytes?: number;
  /** Set when the platform ended the invocation. */
  readonly status?: 'timeout' | 'error';
  /** With status `error`: for example `Runtime.ExitError`. */
  readonly errorType?: string;
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
  const fields = [
    `REPORT RequestId: ${report.requestId}`,
    `Duration: ${report.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${billedMs} ms`,
    `Memory Size: ${report.memorySizeMb} MB`,
  ];
  if (report.maxMemoryUsedBytes !== undefined) {
    fields.push(`Max Memory Used: ${Math.ceil(report.maxMemoryUsedBytes / 1_048_576)} MB`);
  }
  if (report.initDurationMs !== undefined) fields.push(`Init Duration: ${report.initDurationMs.toFixed(2)} ms`);
  if (report.status !== undefined) fields.push(`Status: ${report.status}`);
  if (report.errorType !== undefined) fields.push(`Error Type: ${report.errorType}`);
  return `${fields.join('\t')}\t`;
}

export function timeoutLine(requestId: string, timeoutMs: number, nowMs: number): string {
  return `${new Date(nowMs).toISOString()} ${requestId} Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
}
