import type { Socket } from 'node:net';
import { DateLine, RequestHeadReader } from '../codec/index.ts';
import { DeadlineWheel } from '../timers/index.ts';
import { type WireEvents, watchWithData } from '../wire/index.ts';
import { ServerConnection } from './connection.ts';
import type { ServerContext } from './context.ts';
import type { H1Exchange } from './exchange.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';

export interface H1ServerOptions {
  /** Those that differ from {@link SERVER_LIMITS}. */
  readonly limits?: Partial<ServerLimits>;
  /** Milliseconds since the epoch; `Date.now` unless a test has its own. */
  readonly now?: () => number;
  /** Keeps the time limits of its connections; a wheel of its own unless a test looks into it. */
  readonly wheel?: DeadlineWheel;
  /** Takes over one request. Must not throw. */
  onExchange(exchange: H1Exchange): void;
}

/** How often a closing server looks whether its last connection has gone. */
const POLL_MS = 10;

/** Serves HTTP/1.1 over connections that others accept. */
export class H1Server {
  readonly #context: ServerContext;

  constructor(options: H1ServerOptions) {
    const limits = { ...SERVER_LIMITS, ...options.limits };
    this.#context = {
      limits,
      wheel: options.wheel ?? new DeadlineWheel(),
      dateLine: new DateLine(),
      reader: new RequestHeadReader(limits),
      connections: new Set(),
      draining: false,
      now: options.now ?? Date.now,
      onExchange: (exchange) => options.onExchange(exchange),
    };
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#context.connections.size;
  }

  /** Takes over a connection from which nothing has been read, one of TLS for instance. It must allow half-open. */
  serve(socket: Socket): void {
    watchWithData(socket, this.connect(socket));
  }

  /** Takes over a connection whose events the caller brings. */
  connect(socket: Socket): WireEvents {
    const connection = new ServerConnection(socket, this.#context);
    this.#context.connections.add(connection);
    return connection;
  }

  /**
   * Lets running requests finish, and breaks off what is still running after `graceMs`. A connection that has been idle for
   * `drainIdleMs` is closed at once; one that was just used may send one more request, whose response closes it. Resolves when
   * every connection is closed.
   */
  async close(graceMs: number): Promise<void> {
    const { connections } = this.#context;
    this.#context.draining = true;
    for (const connection of [...connections]) connection.drain();
    const untilMs = performance.now() + graceMs;
    while (connections.size > 0 && performance.now() < untilMs) await later(Math.min(POLL_MS, graceMs));
    for (const connection of [...connections]) connection.breakOff();
    while (connections.size > 0) await later(POLL_MS);
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
