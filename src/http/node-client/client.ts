import {
  Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Readable } from 'node:stream';
import {
  type UpstreamClient,
  UpstreamError,
  type UpstreamOrigin,
  type UpstreamRequest,
  type UpstreamResponse,
} from '../upstream.ts';
import { upstreamError } from './failure.ts';
import type { ClientLimits } from './limits.ts';
import { connectPrivateTls } from './private-tls.ts';
import { framedHeaders } from './request-headers.ts';
import { NodeUpstreamResponse } from './response.ts';

/** Verbs that may be sent again when a kept connection turns out to be dead (RFC 9110 section 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/** Makes a client over `node:http`, with a pool of its own. */
export function createNodeClient(limits: ClientLimits): UpstreamClient {
  const agents = createAgents(limits);
  const attempt = (request: UpstreamRequest, signal?: AbortSignal) =>
    exchange(agents.for(request.origin, request.insecureSkipVerification === true), limits, request, signal);
  return {
    async send(request, signal) {
      const first = await attempt(request, signal);
      if (first.kind === 'response') return first.response;
      if (!first.onStaleConnection || !mayRepeat(request)) throw first.error;
      const second = await attempt(request, signal);
      if (second.kind === 'response') return second.response;
      throw second.error;
    },
    close: () => agents.close(),
  };
}

function mayRepeat(request: UpstreamRequest): boolean {
  return IDEMPOTENT.has(request.method) && request.body instanceof Uint8Array;
}

interface Agents {
  for(origin: UpstreamOrigin, anyAuthority: boolean): Agent;
  close(): void;
}

/** TLS costs megabytes: its modules are loaded when the first `https:` backend is called. */
function createAgents(limits: ClientLimits): Agents {
  const settings = {
    keepAlive: true,
    maxSockets: limits.maxConnectionsPerOrigin,
    maxFreeSockets: limits.maxIdlePerOrigin,
    timeout: limits.idleMs,
    scheduling: 'lifo',
  } as const;
  const plain = new Agent(settings);
  let verified: Agent | undefined;
  let anyAuthority: Agent | undefined;
  return {
    for(origin, insecure) {
      if (origin.protocol === 'http:') return plain;
      const https = process.getBuiltinModule('node:https');
      if (!insecure) {
        verified ??= new https.Agent(settings);
        return verified;
      }
      if (anyAuthority === undefined) {
        const tls = process.getBuiltinModule('node:tls');
        const agent = new https.Agent(settings);
        Object.assign(agent, {
          createConnection: (options: RequestOptions, done: (error: Error | null) => void) =>
            connectPrivateTls(tls, options as Parameters<typeof connectPrivateTls>[1], done),
        });
        anyAuthority = agent;
      }
      return anyAuthority;
    },
    close() {
      for (const agent of [plain, verified, anyAuthority]) agent?.destroy();
    },
  };
}

type Attempt =
  | { readonly kind: 'response'; readonly response: UpstreamResponse }
  | { readonly kind: 'failed'; readonly error: UpstreamError; readonly onStaleConnection: boolean };

function exchange(
  agent: Agent,
  limits: ClientLimits,
  request: UpstreamRequest,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  if (signal?.aborted === true) return Promise.resolve({ kind: 'failed', error: aborted(), onStaleConnection: false });
  return new Promise((resolve) => {
    const { origin } = request;
    const message = httpRequest({
      agent,
      protocol: origin.protocol,
      host: origin.hostname,
      port: origin.port,
      method: request.method,
      path: request.path,
      headers: framedHeaders(request),
      maxHeaderSize: limits.maxHeadBytes,
      insecureHTTPParser: false,
    });
    let incoming: IncomingMessage | undefined;
    const giveUp = (error: UpstreamError): void => {
      incoming?.destroy(error);
      message.destroy(error);
    };
    const timer = setTimeout(
      () => giveUp(new UpstreamError('timeout', `No complete response within ${request.timeoutMs} ms.`)),
      request.timeoutMs,
    );
    const onAbort = (): void => giveUp(aborted());
    signal?.addEventListener('abort', onAbort, { once: true });
    const settled = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    limitConnecting(message, limits.connectTimeoutMs);
    message.once('response', (response) => {
      incoming = response;
      response.once('close', settled);
      resolve({ kind: 'response', response: new NodeUpstreamResponse(response, request.method === 'HEAD') });
    });
    // Stays for good: a connection may fail again after it has been given up.
    message.on('error', (error) => {
      settled();
      const failure = upstreamError(error);
      resolve({
        kind: 'failed',
        error: failure,
        onStaleConnection: failure.failure === 'reset' && message.reusedSocket,
      });
    });
    sendBody(message, request.body);
  });
}

function sendBody(message: ClientRequest, body: UpstreamRequest['body']): void {
  if (body instanceof Uint8Array) {
    if (body.length === 0) message.end();
    else message.end(body);
    return;
  }
  const source = body instanceof Readable ? body : Readable.from(body, { objectMode: false });
  source.once('error', (error) => message.destroy(new UpstreamError('aborted', error.message, { cause: error })));
  source.once('close', () => {
    if (!source.readableEnded) message.destroy(aborted());
  });
  source.pipe(message);
}

function limitConnecting(message: ClientRequest, connectTimeoutMs: number): void {
  message.once('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(
      () => message.destroy(new UpstreamError('connect', `No connection within ${connectTimeoutMs} ms.`)),
      connectTimeoutMs,
    );
    const settled = (): void => clearTimeout(timer);
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', settled);
    socket.once('close', settled);
  });
}

function aborted(): UpstreamError {
  return new UpstreamError('aborted', 'The request was given up.');
}
