import { createServer, type Server } from 'node:net';
import { DateLine, RequestHeadReader } from '../codec/index.ts';
import { DeadlineWheel } from '../timers/index.ts';
import { acceptInto } from '../wire/index.ts';
import { ServerConnection } from './connection.ts';
import type { ServerContext } from './context.ts';
import type { H1Exchange } from './exchange.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';

export interface H1ListenOptions {
  /** A numeric address or a name. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Those that differ from {@link SERVER_LIMITS}. */
  readonly limits?: Partial<ServerLimits>;
  /** Milliseconds since the epoch; `Date.now` unless a test has its own. */
  readonly now?: () => number;
  /** Takes over one request. Must not throw. */
  onExchange(exchange: H1Exchange): void;
}

export interface H1Listener {
  readonly address: string;
  readonly port: number;
  /** Connections that are open. */
  readonly connections: number;
  /**
   * Stops accepting, lets running requests finish, and breaks off what is still running after `graceMs`. A connection that
   * has been idle for a second is closed at once; one that was just used may send one more request, whose response closes
   * it. Resolves when every connection is closed.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves HTTP/1.1 by the engine. Works in a `node:cluster` worker, where the socket is shared.
 * @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot listen
 */
export async function listenH1(options: H1ListenOptions): Promise<H1Listener> {
  const limits = { ...SERVER_LIMITS, ...options.limits };
  const context: ServerContext = {
    limits,
    wheel: new DeadlineWheel(),
    dateLine: new DateLine(),
    reader: new RequestHeadReader(limits),
    connections: new Set(),
    draining: false,
    now: options.now ?? Date.now,
    onExchange: options.onExchange,
  };
  const server = createServer({ allowHalfOpen: true });
  await listening(server, options.host, options.port);
  acceptInto(server, (socket) => {
    const connection = new ServerConnection(socket, context);
    context.connections.add(connection);
    return connection;
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no network address.');
  return {
    address: address.address,
    port: address.port,
    get connections() {
      return context.connections.size;
    },
    close: (graceMs) => close(server, context, graceMs),
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

/** How often a closing listener looks whether the last connection has gone. */
const POLL_MS = 10;

async function close(server: Server, context: ServerContext, graceMs: number): Promise<void> {
  context.draining = true;
  server.close();
  const { connections } = context;
  for (const connection of [...connections]) connection.drain();
  const untilMs = performance.now() + graceMs;
  while (connections.size > 0 && performance.now() < untilMs) await later(Math.min(POLL_MS, graceMs));
  for (const connection of [...connections]) connection.breakOff();
  while (connections.size > 0) await later(POLL_MS);
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
