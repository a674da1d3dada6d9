import { createTelemetry, type LogGroupPlace, type SendLogs, type Telemetry } from '../telemetry/index.ts';
import type { Settings } from './settings/index.ts';
import { StartError } from './start-error.ts';

/** Where log groups are kept; undefined where the operator wants none. */
export function logGroupPlace(
  { stageLogs }: Pick<Settings, 'stageLogs'>,
  logsDirectory: string,
): LogGroupPlace | undefined {
  if (stageLogs === 'off') return undefined;
  return stageLogs === 'files' ? { kind: stageLogs, folder: logsDirectory } : { kind: stageLogs };
}

/**
 * Metrics and logs of the control process, for the requests to APIs that it answers.
 * @param accessLog the file; undefined for none
 * @param logGroups undefined for none
 * @param sendLogs hands events to the store of log events
 * @throws {StartError} when the file cannot be appended to
 */
export function openTelemetry(
  accessLog: string | undefined,
  logGroups: LogGroupPlace | undefined,
  sendLogs: SendLogs,
  warn: (message: string, detail: Readonly<Record<string, unknown>>) => void,
): Telemetry {
  const telemetry = createTelemetry(warn);
  if (logGroups !== undefined) telemetry.openLogGroups(logGroups, sendLogs);
  if (accessLog === undefined) return telemetry;
  try {
    telemetry.openAccessLog(accessLog);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`The access log ${accessLog} cannot be written (${code}); choose another with --access-log.`);
  }
  return telemetry;
}
