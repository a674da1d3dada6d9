import type { ExportedLog } from '../../../model/index.ts';

/** By their numbers (OpenTelemetry, "Logs Data Model", "Field: SeverityNumber"). */
const SEVERITIES = { TRACE: 1, DEBUG: 5, INFO: 9, WARN: 13, ERROR: 17, FATAL: 21 } as const;

export type Severity = keyof typeof SEVERITIES;

/** So much of a line is looked at. */
const HEAD = 256;

/**
 * What runtimes write of levels (Lambda guide, "Log and monitor Node.js Lambda functions", "... Python ..."): `TIME\tID\tLEVEL\t...` of
 * Node.js, `[LEVEL]\t...` of Python, and `"level": "LEVEL"` of lines in JSON.
 */
const LEVELS = [
  /^[^\t]{1,40}\t[^\t]{1,40}\t(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\t/,
  /^\[(DEBUG|INFO|WARNING|ERROR|CRITICAL)\]/,
  /^\{.*?"level"\s*:\s*"(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)"/i,
] as const;

const PYTHONS: Readonly<Record<string, Severity>> = { WARNING: 'WARN', CRITICAL: 'FATAL' };

export function severityOf({ logGroup, message, isError }: Pick<ExportedLog, 'logGroup' | 'message' | 'isError'>): {
  readonly text: Severity;
  readonly number: number;
} {
  const text = isError ? 'ERROR' : logGroup.startsWith('/aws/lambda/') ? levelIn(message.slice(0, HEAD)) : 'INFO';
  return { text, number: SEVERITIES[text] };
}

function levelIn(head: string): Severity {
  for (const pattern of LEVELS) {
    const level = pattern.exec(head)?.[1]?.toUpperCase();
    if (level !== undefined) return PYTHONS[level] ?? (level as Severity);
  }
  return 'INFO';
}
