import { createServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';

const open: ScriptedBackend[] = [];

/** What a backend does with a connection: told of everything that has come over it so far, whenever something comes. */
export type Script = (socket: Socket, received: string, connection: number) => void;

/** A backend that says exactly what a test tells it to. */
export class ScriptedBackend {
  readonly #server: Server;
  readonly sockets: Socket[] = [];
  /** What has come over each connection, one character a byte. */
  readonly received: string[] = [];

  constructor(server: Server) {
    this.#server = server;
  }

  static async start(script: Script): Promise<ScriptedBackend> {
    const server = createServer({ allowHalfOpen: true });
    const backend = new ScriptedBackend(server);
    server.on('connection', (socket) => {
      const connection = backend.sockets.push(socket) - 1;
      backend.received[connection] = '';
      socket.on('error', () => undefined);
      socket.on('end', () => socket.end());
      socket.on('data', (bytes) => {
        backend.received[connection] += bytes.toString('latin1');
        script(socket, backend.received[connection] ?? '', connection);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(backend);
    return backend;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    return address.port;
  }

  /** Resolves once a connection is closed. */
  async untilClosed(connection: number): Promise<void> {
    const socket = this.sockets[connection];
    if (socket !== undefined && !socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
  }
}

afterEach(() => {
  for (const backend of open.splice(0)) backend.stop();
});

/** How many whole requests without body have come. */
export function heads(received: string): number {
  return received.split('\r\n\r\n').length - 1;
}
