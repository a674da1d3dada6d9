import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A real HTTP backend on loopback. */
export async function startUpstream(handle: RequestListener): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
