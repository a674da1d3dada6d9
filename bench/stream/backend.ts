/**
 * A backend in a process of its own: `GET /N` is answered with N bytes, a body that is sent with the number of its bytes.
 * Prints its port.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fill } from './fill.ts';

const server = createServer(async (request, response) => {
  response.on('error', () => undefined);
  if (request.method === 'GET') await send(response, Number(request.url?.slice(1)));
  else {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    response.end(String(bytes));
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log((server.address() as AddressInfo).port);

async function send(response: ServerResponse, bytes: number): Promise<void> {
  response.setHeader('Content-Length', bytes);
  await fill(response, bytes);
  response.end();
}
