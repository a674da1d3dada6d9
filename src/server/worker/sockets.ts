import { type HeldSocket, holdSocket } from '../../http/index.ts';
import type { Link, Ports, WorkerCalls } from '../link/index.ts';
import { ListenError } from './listen-error.ts';

/**
 * The gateway's listening sockets, held by the control process, which accepts nothing from them: the workers do. So a port
 * stays open when its last worker has gone, and new connections wait for the next one instead of being refused.
 */
export interface Sockets {
  readonly ports: Ports;
  /** Sends them to a worker; resolves when it has them. */
  lend(link: Link<WorkerCalls>): Promise<void>;
  /** A port is free once its workers have closed it, too. */
  close(): void;
}

/** @param wished 0 for any free port @throws {ListenError} */
export async function holdSockets(host: string, wished: Ports): Promise<Sockets> {
  const held = new Map<keyof Ports, HeldSocket>();
  function close(): void {
    for (const socket of held.values()) socket.close();
  }

  async function hold(listener: keyof Ports, port: number): Promise<number> {
    try {
      const socket = await holdSocket(host, port);
      held.set(listener, socket);
      return socket.port;
    } catch (error) {
      close();
      throw new ListenError({ code: (error as NodeJS.ErrnoException).code ?? String(error), listener });
    }
  }

  const gateway = await hold('gateway', wished.gateway);
  const ports = wished.https === undefined ? { gateway } : { gateway, https: await hold('https', wished.https) };
  return {
    ports,
    async lend(link) {
      const lent = [...held].map(([listener, { handle }]) => handle && link.call('takeSocket', listener, handle));
      await Promise.all(lent);
    },
    close,
  };
}
