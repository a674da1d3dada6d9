import { createTelemetry, type Telemetry } from '../telemetry/index.ts';
import { StartError } from './start-error.ts';

/**
 * Metrics and access log of the control process, for the requests to APIs that it answers.
 * @param accessLog the file; undefined for none
 * @throws {StartError} when the file cannot be appended to
 */
export function openTelemetry(
  accessLog: string | undefined,
  warn: (message: string, detail: Readonly<Record<string, unknown>>) => void,
): Telemetry {
  const telemetry = createTelemetry(warn);
  if (accessLog === undefined) return telemetry;
  try {
    telemetry.openAccessLog(accessLog);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`The access log ${accessLog} cannot be written (${code}); choose another with --access-log.`);
  }
  return telemetry;
}
