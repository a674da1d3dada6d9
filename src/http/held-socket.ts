import { lookup } from 'node:dns/promises';
import net, { createServer } from 'node:net';
import { getSystemErrorName } from 'node:util';
import { listening, type SocketHandle } from './listening.ts';

/** A port that this process holds for others, which accept on its socket. */
export interface HeldSocket {
  /** The one that was really taken. */
  readonly port: number;
  /** To be sent to those who listen on it; undefined where Node does not let us hold one, and they bind the port themselves. */
  readonly handle: SocketHandle | undefined;
  /** Lets go of it; the port is free when those who listen have closed theirs, too. */
  close(): void;
}

/** What `net` and `cluster` themselves bind with; it does not listen yet. A negative number is the system's error. */
type Bind = (address: string, port: number, family: number, fd: undefined, flags: number) => BoundHandle | number;

interface BoundHandle {
  /** Tells the address, or the error that binding has kept for later: a port that is taken shows only here. */
  getsockname(name: { port?: number }): number;
  close(): void;
}

/**
 * Binds a port without accepting from it. That a socket listens is a state of the socket, not of a process: once one of those
 * it was sent to has listened, connections are taken into its queue for as long as anybody holds it.
 *
 * Node's documentation has no such thing (a `net.Server` that listens accepts), so this stands on `net._createServerHandle`,
 * which `node:cluster` uses for the same purpose (docs/decisions/0019).
 * @param port 0 for any free one
 * @throws the system's error (`EADDRINUSE`, `EACCES`, `ENOTFOUND`, ...)
 */
export async function holdSocket(host: string, port: number): Promise<HeldSocket> {
  const bind = (net as unknown as { readonly _createServerHandle?: Bind })._createServerHandle;
  if (typeof bind !== 'function') return findPort(host, port);
  const { address, family } = await lookup(host);
  const handle = bind(address, port, family, undefined, 0);
  if (typeof handle === 'number') throw systemError(handle);
  const name: { port?: number } = {};
  const status = handle.getsockname(name);
  if (status !== 0) {
    handle.close();
    throw systemError(status);
  }
  return { port: name.port ?? port, handle: handle as unknown as SocketHandle, close: () => handle.close() };
}

/** Looks whether a port can be had, and which one 0 leads to. */
async function findPort(host: string, port: number): Promise<HeldSocket> {
  const server = createServer((socket) => socket.destroy());
  await listening(server, { host, port });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    handle: undefined,
    close: () => undefined,
  };
}

function systemError(status: number): NodeJS.ErrnoException {
  const code = getSystemErrorName(status);
  return Object.assign(new Error(`The port cannot be bound: ${code}`), { code });
}
