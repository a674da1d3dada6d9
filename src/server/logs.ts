import type { FunctionVersion, LogSink, LogSource, Scope } from '../model/index.ts';
import type { LogsService } from '../services/logs/index.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

/** How often events are looked for that their groups keep no longer; AWS takes up to 72 hours for it. */
const EXPIRY_MS = 3_600_000;

/** Lets go of old events from now on. @returns how to stop */
export function startLogExpiry(logs: LogsService, log: Log): () => void {
  const timer = setInterval(() => {
    logs
      .expire()
      .catch((error: unknown) => log.warn('Old log events were not removed.', { error: describeError(error) }));
  }, EXPIRY_MS).unref();
  return () => clearInterval(timer);
}

/** A line of a function's log. */
export interface FunctionLine extends LogSource {
  readonly version: Pick<FunctionVersion, 'functionName' | 'accountId' | 'region'>;
  readonly logStream: string;
  readonly line: string;
}

/**
 * Writes the lines of functions to `/aws/lambda/NAME`, each an event with its line end, as AWS's are.
 */
export function functionLogs(sink: LogSink, now: () => number): (logged: FunctionLine) => void {
  // One object a place, so that whoever gathers events sees at a glance that they belong together.
  const scopes = new Map<string, Scope>();
  const placeOf = (version: FunctionLine['version']) => {
    const { accountId, region, functionName } = version;
    const place = `${accountId}/${region}`;
    const scope = scopes.get(place) ?? { accountId, region };
    scopes.set(place, scope);
    return { version, scope, logGroup: `/aws/lambda/${functionName}` };
  };
  // Lines come in runs of one instance's.
  let latest: ReturnType<typeof placeOf> | undefined;
  return (logged) => {
    const { version, logStream, line } = logged;
    if (latest?.version !== version) latest = placeOf(version);
    sink.append({
      scope: latest.scope,
      logGroup: latest.logGroup,
      logStream,
      timestamp: now(),
      message: `${line}\n`,
      source: logged,
    });
  };
}
