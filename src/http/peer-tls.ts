import type { Socket } from 'node:net';
import type { PeerTls } from './exchange.ts';

/** What the listener found out in the handshakes of connections that others serve. */
const CONNECTIONS = new WeakMap<Socket, PeerTls>();

export function rememberTls(socket: Socket, tls: PeerTls): void {
  CONNECTIONS.set(socket, tls);
}

export function tlsOf(socket: Socket): PeerTls | undefined {
  return CONNECTIONS.get(socket);
}
