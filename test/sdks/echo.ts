import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the backend saw. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A backend that keeps what it saw, answers bytes with the same bytes, and JSON with what it can tell. */
export async function startEcho() {
  let seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks);
      seen.push({ method, url, headers, body });
      const isBinary = headers['content-type'] === 'application/octet-stream';
      const told = body.length === 0 ? { method, url, trace: headers['x-trace'] } : undefined;
      response.setHeader('content-type', isBinary ? 'application/octet-stream' : 'application/json');
      response.end(isBinary ? body : JSON.stringify(told ?? { ...JSON.parse(body.toString()), id: 7 }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: () => seen,
    forget: () => {
      seen = [];
    },
    stop: () => server.close(),
  };
}
