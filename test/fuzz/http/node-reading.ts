import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Reading, ReadRequest } from './message.ts';
import { OneWay, settled } from './one-way.ts';

/**
 * Lets Node's own server, with its strict parser (llhttp), read a stream.
 * @param pieces what comes at a time; each is read to its end before the next comes
 */
export async function readWithNode(pieces: readonly Buffer[]): Promise<Reading> {
  const requests: ReadRequest[] = [];
  let refusal: string | undefined;
  const server = createServer({ insecureHTTPParser: false, requireHostHeader: false, keepAliveTimeout: 0 });
  server.maxHeadersCount = 0;
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString('latin1');
    });
    request.on('end', () => {
      const { method = '', url = '', rawHeaders } = request;
      requests.push({ method, target: url, headers: rawHeaders, body });
      response.end();
    });
    request.on('error', () => undefined);
  };
  server.on('request', take).on('checkContinue', take).on('checkExpectation', take);
  const socket = new OneWay();
  server.on('clientError', (error: Error) => {
    refusal ??= error.message;
    socket.destroy();
  });
  server.emit('connection', socket);
  for (const piece of pieces) {
    if (refusal !== undefined) break;
    socket.push(piece);
    await settled();
  }
  socket.destroy();
  server.close();
  return { requests, refusal };
}
