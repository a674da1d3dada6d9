import type { DeliverySink, LogSource, Scope } from '../../model/index.ts';
import type { LogWriter } from '../tracing/index.ts';
import { compileFormat, type FindVariable } from './format.ts';

/** What an access log itself reads of a request. */
interface LoggedRequest extends LogSource {
  readonly requestTimeEpoch: number;
  readonly status: number;
}

/** Is told of a request that has been answered. */
type AccessLog<Context> = (context: Context) => void;

/** What a stage says of its access log. */
export interface AccessLogTerms {
  readonly format?: string | undefined;
  readonly destinationArn?: string | undefined;
}

const STREAM = /^arn:[\w-]+:firehose:[\w-]+:\d{12}:deliverystream\/amazon-apigateway-/;
const LOG_GROUP = /^arn:[\w-]+:logs:([\w-]+):(\d{12}):log-group:([^:]+)/;

/** Where lines can go. */
export interface LogPlaces {
  /** Writes to log groups of an account and region; undefined where there are none. */
  writerIn(scope: Scope): LogWriter | undefined;
  /** Delivers to Firehose streams; undefined where nobody does. */
  readonly deliveries: DeliverySink | undefined;
}

/**
 * Compiles the access log of a stage.
 * @param isCanary the canary's requests go to its own group, too (guide page canary-release)
 * @param places where lines can go
 * @returns undefined for a stage that has none, or whose lines can go nowhere
 */
export function compileAccessLog<Context extends LoggedRequest>(
  { format, destinationArn = '' }: AccessLogTerms,
  find: FindVariable<Context>,
  isCanary: boolean | undefined,
  places: LogPlaces,
): AccessLog<Context> | undefined {
  const append = appenderTo(destinationArn, isCanary, places);
  if (format === undefined || append === undefined) return undefined;
  const lineOf = compileFormat(format, find);
  let waiting: Context[] = [];
  const write = (): void => {
    const requests = waiting;
    waiting = [];
    for (const request of requests) append(request, lineOf(request));
  };
  return (context) => {
    // Behind the turn: between two requests the same work takes more than twice as long.
    if (waiting.length === 0) setImmediate(write);
    waiting.push(context);
  };
}

/** Writes a line about a request, with its time, to where an ARN says. */
type Appender = (request: LoggedRequest, line: string) => void;

function appenderTo(arn: string, isCanary: boolean | undefined, places: LogPlaces): Appender | undefined {
  const { deliveries } = places;
  if (STREAM.test(arn)) return deliveries && ((_, line) => deliveries.deliver(arn, line));
  const [, region, accountId, name] = LOG_GROUP.exec(arn) ?? [];
  if (region === undefined || accountId === undefined || name === undefined) return undefined;
  const write = places.writerIn({ accountId, region });
  if (write === undefined) return undefined;
  const to =
    (logGroup: string): Appender =>
    (request, line) =>
      write(logGroup, request.requestTimeEpoch, line, request, request.status >= 500);
  if (isCanary !== true) return to(name);
  const both = [to(name), to(`${name}/Canary`)];
  return (request, line) => {
    for (const append of both) append(request, line);
  };
}
