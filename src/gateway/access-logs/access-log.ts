import type { Scope } from '../../model/index.ts';
import type { LogWriter } from '../tracing/index.ts';
import { compileFormat, type FindVariable } from './format.ts';

/** Is told of a request that has been answered. */
type AccessLog<Context> = (context: Context) => void;

/** What a stage says of its access log. */
export interface AccessLogTerms {
  readonly format?: string | undefined;
  readonly destinationArn?: string | undefined;
}

const LOG_GROUP = /^arn:[\w-]+:logs:([\w-]+):(\d{12}):log-group:([^:]+)/;

/**
 * Compiles the access log of a stage.
 * @param isCanary the canary's requests go to its own group, too (guide page canary-release)
 * @param writerIn writes to groups of an account and region; undefined where there are none
 * @returns undefined for a stage that has none, or whose lines go to a Firehose stream
 */
export function compileAccessLog<Context extends { readonly requestTimeEpoch: number }>(
  { format, destinationArn = '' }: AccessLogTerms,
  find: FindVariable<Context>,
  isCanary: boolean | undefined,
  writerIn: (scope: Scope) => LogWriter | undefined,
): AccessLog<Context> | undefined {
  const [, region, accountId, name] = LOG_GROUP.exec(destinationArn) ?? [];
  if (format === undefined || region === undefined || accountId === undefined || name === undefined) return undefined;
  const append = writerIn({ accountId, region });
  if (append === undefined) return undefined;
  const groups = isCanary === true ? [name, `${name}/Canary`] : [name];
  const lineOf = compileFormat(format, find);
  let waiting: Context[] = [];
  const write = (): void => {
    const requests = waiting;
    waiting = [];
    for (const request of requests) {
      const message = lineOf(request);
      for (const group of groups) append(group, request.requestTimeEpoch, message);
    }
  };
  return (context) => {
    // Behind the turn: between two requests the same work takes more than twice as long.
    if (waiting.length === 0) setImmediate(write);
    waiting.push(context);
  };
}
