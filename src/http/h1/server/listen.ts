import { createServer } from 'node:net';
import { type ListenAt, listening } from '../../listening.ts';
import { acceptInto } from '../wire/index.ts';
import { H1Server, type H1ServerOptions } from './server.ts';

export interface H1ListenOptions extends H1ServerOptions, ListenAt {}

export interface H1Listener {
  readonly address: string;
  readonly port: number;
  /** Connections that are open. */
  readonly connections: number;
  /** Stops accepting, and drains as {@link H1Server.close} does. */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves HTTP/1.1 by the engine.
 * @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot listen
 */
export async function listenH1(options: H1ListenOptions): Promise<H1Listener> {
  const h1 = new H1Server(options);
  const server = createServer({ allowHalfOpen: true });
  await listening(server, options);
  acceptInto(server, (socket) => h1.connect(socket));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no network address.');
  return {
    address: address.address,
    port: address.port,
    get connections() {
      return h1.connections;
    },
    close(graceMs) {
      server.close();
      return h1.close(graceMs);
    },
  };
}
