import type { Exchange, HeaderList } from '../http/index.ts';
import { EXPOSITION_TYPES, type ExpositionFormat, formatFor } from '../telemetry/index.ts';
import type { ConsolePort } from './console-port.ts';
import type { FunctionUrlPort } from './function-urls/index.ts';
import { headerOf } from './header-of.ts';
import { isOperatorPath } from './operator/index.ts';
import type { PoolPort } from './pool-port.ts';

const JSON_TYPE: HeaderList = ['Content-Type', 'application/json'];

export interface ControlPortOptions {
  /** The AWS APIs. */
  aws(exchange: Exchange): void;
  /** The data plane; both ports answer every API (DESIGN, "Processes, ports, addresses"). */
  gateway(exchange: Exchange): void;
  readonly functionUrls: FunctionUrlPort;
  /** Answers whoever fetches a function's code by an address that was given for it. */
  downloadCode(exchange: Exchange): void;
  /** What user pools answer over plain HTTP. */
  readonly pools: PoolPort;
  readonly console: ConsolePort;
  /** The operator's endpoints that look into requests. */
  operator(exchange: Exchange): void;
  /** What `GET /health` tells; `ready` decides between 200 and 503. */
  health(): { readonly ready: boolean; readonly [fact: string]: unknown };
  /** The page for Prometheus. */
  metrics(format: ExpositionFormat): string;
  /** Empties all state; absent unless the server is ephemeral. */
  readonly reset?: () => Promise<void>;
  onError(error: unknown): void;
}

/** Decides which part of the control process answers a request on the control port. */
export function createControlPort(options: ControlPortOptions): (exchange: Exchange) => void {
  return (exchange) => {
    const path = exchange.target.split('?', 1)[0] ?? '';
    if (path === '/health' && exchange.method === 'GET') return answerHealth(exchange, options);
    if (path === '/metrics' && exchange.method === 'GET') return answerMetrics(exchange, options);
    if (path === '/_sallyport/reset' && options.reset !== undefined)
      return answerReset(exchange, options.reset, options);
    if (path.startsWith('/_sallyport/code/')) return options.downloadCode(exchange);
    if (namesAnApi(path, exchange.headers)) return options.gateway(exchange);
    if (options.functionUrls.isFor(exchange)) return options.functionUrls.handle(exchange);
    if (options.pools.isFor(exchange, path)) return options.pools.handle(exchange, path, options.onError);
    if (options.console.isFor(exchange, path)) return options.console.handle(exchange, path);
    if (isOperatorPath(path)) return options.operator(exchange);
    return options.aws(exchange);
  };
}

/** `/restapis/{id}/{stage}/_user_request_/...` is data; the rest of `/restapis` is the control API's. */
const USER_REQUEST = /^\/restapis\/[^/]+\/[^/]+\/_user_request_(\/|$)/;
const API_HOST = /^(?:[a-z0-9]+|[a-z0-9]+-vpce-[a-z0-9]+|vpce-[a-z0-9-]+)\.execute-api\./i;

function namesAnApi(path: string, headers: HeaderList): boolean {
  return (
    path.startsWith('/_aws/execute-api/') || USER_REQUEST.test(path) || API_HOST.test(headerOf(headers, 'host') ?? '')
  );
}

function answerHealth(exchange: Exchange, options: ControlPortOptions): void {
  const health = options.health();
  exchange.respond(health.ready ? 200 : 503, JSON_TYPE, Buffer.from(JSON.stringify(health)));
}

function answerMetrics(exchange: Exchange, options: ControlPortOptions): void {
  const format = formatFor(headerOf(exchange.headers, 'accept'));
  const headers = ['Content-Type', EXPOSITION_TYPES[format], 'Vary', 'Accept'];
  exchange.respond(200, headers, Buffer.from(options.metrics(format)));
}

function answerReset(exchange: Exchange, reset: () => Promise<void>, options: ControlPortOptions): void {
  const refuse = (status: number, message: string) =>
    exchange.respond(status, JSON_TYPE, Buffer.from(JSON.stringify({ message })));
  if (exchange.method !== 'POST') return refuse(405, 'Send POST to reset.');
  // Needs no signature, for test set-ups; so no page in somebody's browser may send it.
  if (headerOf(exchange.headers, 'origin') !== undefined) return refuse(403, 'A web page may not reset Sallyport.');
  reset().then(
    () => exchange.respond(200, JSON_TYPE, Buffer.from('{}')),
    (error: unknown) => {
      options.onError(error);
      refuse(500, 'The reset failed; Sallyport’s log says why.');
    },
  );
}
