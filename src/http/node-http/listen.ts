import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Exchange } from '../exchange.ts';
import { type DrainState, NodeExchange } from './exchange.ts';
import { DRAIN_POLL_MS, type ServerLimits } from './limits.ts';

export interface ListenOptions {
  /** A numeric address or a name; the product's default is loopback. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly limits: ServerLimits;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Takes over one request. Must not throw. */
  onExchange(exchange: Exchange): void;
}

export interface Listener {
  readonly address: string;
  readonly port: number;
  /**
   * Stops accepting, closes idle connections at once, lets running requests finish and breaks off what is still running
   * after `graceMs`. Resolves when every connection is closed.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves HTTP/1.1 over `node:http` with its strict parser: ambiguous framing, bare line feeds and missing or repeated Host
 * fields are refused with 400 (RFC 9112 sections 3.2, 6.3). Works in a `node:cluster` worker, where the socket is shared.
 * @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot listen
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { limits, now, onExchange } = options;
  const state: DrainState = { draining: false };
  const server = createServer({
    insecureHTTPParser: false,
    requireHostHeader: true,
    maxHeaderSize: limits.maxHeadBytes,
    headersTimeout: limits.headTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.max(100, Math.min(limits.headTimeoutMs / 2, 5_000)),
    keepAliveTimeout: limits.keepAliveIdleMs,
    noDelay: true,
  });
  // Beyond a count, node:http drops fields silently; the head's size is bounded already, so nothing needs dropping.
  server.maxHeadersCount = 0;
  const take = (request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void => {
    const exchange = new NodeExchange(request, response, now(), awaitsContinue, state);
    if (exchange.framing.hostCount > 1) {
      response.shouldKeepAlive = false;
      response.writeHead(400).end();
      return;
    }
    onExchange(exchange);
  };
  server.on('request', (request, response) => take(request, response, false));
  server.on('checkContinue', (request, response) => take(request, response, true));

  await listening(server, options.host, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no network address.');
  return {
    address: address.address,
    port: address.port,
    close: (graceMs) => close(server, state, graceMs),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server, state: DrainState, graceMs: number): Promise<void> {
  state.draining = true;
  return new Promise((resolve) => {
    const poll = setInterval(() => server.closeIdleConnections(), DRAIN_POLL_MS);
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(poll);
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
