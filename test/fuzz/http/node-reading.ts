import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import type { Reading, ReadRequest } from './message.ts';

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

/** A connection whose other end only sends; what is sent to it is dropped. */
class OneWay extends Duplex {
  override _read(): void {
    // Bytes are pushed as the test has them.
  }

  override _write(_bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
}

/** Everything that follows from bytes that are here happens in ticks and microtasks; two turns of the loop see them all. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
