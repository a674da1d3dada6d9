import type { SendHandle } from 'node:child_process';
import type { Server } from 'node:net';

/** A bound socket as `child_process` sends it to another process and `net` listens on it; nothing that we look into. */
export type SocketHandle = NonNullable<SendHandle>;

/** Where a server listens. */
export interface ListenAt {
  /** A numeric address or a name; the product's default is loopback. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The socket that is bound to this address already (`holdSocket`); absent to bind one. */
  readonly socket?: SocketHandle | undefined;
}

/**
 * Connections that may wait to be accepted: Linux's own bound (`net.core.somaxconn`), which holds where it is lower. Node's
 * 511 overflow in a burst of clients, and those beyond wait a second and more until TCP tries again.
 */
const BACKLOG = 4_096;

/** Resolves when the server listens. @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot */
export function listening(server: Server, { host, port, socket }: ListenAt): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    if (socket) server.listen(socket, BACKLOG);
    else server.listen({ host, port, backlog: BACKLOG });
  });
}
