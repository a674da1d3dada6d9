import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { H1Client, listenH1 } from '../../http/index.ts';
import type { HttpStageSnapshot, LimitProfile, ServedRequest, ServedStage, StageSnapshot } from '../../model/index.ts';
import { createGateway } from '../create-gateway.ts';
import type { Gateway, GatewayEnvironment } from '../gateway.ts';
import { environmentOf } from './environment.ts';
import { invokerOf, noFunctions, type TestFunction } from './functions.ts';
import { type StageChange, snapshot } from './snapshots.ts';
import { NO_USAGE_PLANS, type TestUsage } from './usage.ts';

/** An answer as a client sees it. */
export interface Answer {
  readonly status: number;
  /** Values by lower-case name, repeated fields joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rawHeaders: readonly string[];
  readonly body: string;
  readonly bytes: Buffer;
}

export interface CallOptions {
  readonly method?: string;
  /** Names and values in one flat list. */
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

/** A gateway over real sockets, with a client that goes by path form unless it is given a whole target. */
export interface Harness {
  readonly gateway: Gateway;
  readonly port: number;
  readonly warnings: string[];
  /** What observers were told of the requests that have been answered. */
  readonly served: Served[];
  /** Calls the stage `dev` at a path. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** Calls a whole target. */
  callTarget(target: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** What an observer was told of one request. */
export interface Served {
  readonly stage: ServedStage | undefined;
  readonly status: number;
  readonly responseLength: number;
  readonly latencyMs: number;
  readonly integrationLatencyMs: number | undefined;
  readonly cacheResult: string | undefined;
  readonly path: string;
  readonly resourcePath: string | undefined;
}

export { noFunctions, type TestFunction } from './functions.ts';

/** What a test may decide about the process around a gateway. */
export interface HarnessOptions
  extends Partial<
    Pick<
      GatewayEnvironment,
      | 'functions'
      | 'awsAccess'
      | 'random'
      | 'now'
      | 'nowMs'
      | 'loadSnapshot'
      | 'credentials'
      | 'userPools'
      | 'logs'
      | 'deliveries'
      | 'spans'
      | 'tracing'
      | 'recentRequests'
      | 'vpcEndpoints'
    >
  > {
  /** URLs by the names of VPC links. */
  readonly vpcLinkTargets?: Readonly<Record<string, readonly string[]>>;
}

export function startGateway(
  change: StageChange,
  run: TestFunction = noFunctions,
  usage?: TestUsage,
  limits?: LimitProfile,
  options?: HarnessOptions,
): Promise<Harness> {
  return startGatewayWith([snapshot(change)], run, usage, limits, options);
}

export async function startGatewayWith(
  snapshots: readonly (StageSnapshot | HttpStageSnapshot)[],
  run: TestFunction,
  usage: TestUsage = NO_USAGE_PLANS,
  limits: LimitProfile = 'relaxed',
  { vpcLinkTargets = {}, ...options }: HarnessOptions = {},
): Promise<Harness> {
  const warnings: string[] = [];
  const served: Served[] = [];
  const upstream = new H1Client({ limits: { connectTimeoutMs: 500 } });
  const functions = invokerOf(run);
  const gateway = createGateway({
    ...environmentOf(snapshots),
    ...usage,
    limitProfile: () => limits,
    functions,
    upstream,
    vpcLinkTargets: ({ name }) => vpcLinkTargets[name],
    ...options,
    observeStage: (stage) => (request) => served.push(copied(stage, request)),
    warn: (message) => warnings.push(message),
  });
  gateway.setStages(snapshots.map(({ ref }) => ref));
  const listener = await listenH1({ host: '127.0.0.1', port: 0, onExchange: (exchange) => gateway.handle(exchange) });
  const callTarget = (target: string, options: CallOptions = {}): Promise<Answer> =>
    callOnce(listener.port, target, options);
  return {
    gateway,
    port: listener.port,
    warnings,
    served,
    call: (path, options) => callTarget(`/restapis/api1234567/dev/_user_request_${path}`, options),
    callTarget,
    async close() {
      upstream.close();
      await listener.close(0);
    },
  };
}

function copied(stage: ServedStage | undefined, request: ServedRequest): Served {
  const { status, responseLength, latencyMs, integrationLatencyMs, cacheResult, path, resourcePath } = request;
  return { stage, status, responseLength, latencyMs, integrationLatencyMs, cacheResult, path, resourcePath };
}

function callOnce(port: number, target: string, options: CallOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = [...(options.headers ?? [])];
    if (!headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'host'))
      headers.push('Host', 'gateway');
    const body = options.body === undefined ? undefined : Buffer.from(options.body);
    if (body !== undefined) headers.push('Content-Length', String(body.length));
    const request = httpRequest(
      { host: '127.0.0.1', port, path: target, method: options.method ?? 'GET', headers, agent: false },
      (response) => readAnswer(response).then(resolve, reject),
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const headers: Record<string, string> = {};
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    const name = (response.rawHeaders[i] as string).toLowerCase();
    const value = response.rawHeaders[i + 1] as string;
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  const bytes = Buffer.concat(chunks);
  return { status: response.statusCode ?? 0, headers, rawHeaders: response.rawHeaders, body: bytes.toString(), bytes };
}

/** What a backend saw. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What a backend shall answer. */
export interface Reply {
  readonly status?: number;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
  readonly delayMs?: number;
}

/** A real backend that remembers what it saw. */
export async function startBackend(
  reply: (seen: Seen) => Reply = () => ({}),
): Promise<{ readonly url: string; readonly port: number; readonly seen: Seen[]; close(): void }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one: Seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      rawHeaders: request.rawHeaders,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(one);
    const { status = 200, headers = [], body = '', delayMs = 0 } = reply(one);
    setTimeout(() => response.writeHead(status, [...headers]).end(body), delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
