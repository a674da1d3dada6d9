import { request } from 'node:http';
import { bodyDecoder, HEAD_LIMITS, MessageError, ResponseHeadReader } from '../../../src/http/h1/codec/index.ts';
import { OneWay, settled } from './one-way.ts';

/** A response as one recipient understood it. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: readonly string[];
  /** One character a byte. */
  readonly body: string;
}

/**
 * Lets the engine's codec read the answer to one request from a connection that ends behind `stream`.
 * @param pieces lengths of the pieces in which it comes; what is left comes as one
 * @returns undefined for what it refuses, or what is not complete
 */
export function readResponseWithEngine(
  stream: Buffer,
  method: string,
  pieces: readonly number[],
): ReadResponse | undefined {
  const reader = new ResponseHeadReader(HEAD_LIMITS);
  let at = 0;
  let arrived = 0;
  let piece = 0;
  const more = (): boolean => {
    if (arrived === stream.length) return false;
    arrived = Math.min(stream.length, arrived + (pieces[piece++] ?? stream.length));
    return true;
  };
  try {
    for (;;) {
      const head = reader.read(stream, at, arrived, method);
      if (head === undefined) {
        if (!more()) return undefined;
        continue;
      }
      at += head.headBytes;
      if (head.status === 101) return undefined;
      if (head.status < 200) continue;
      let body = '';
      const target = {
        onBytes(bytes: Buffer) {
          body += bytes.toString('latin1');
        },
      };
      const decoder = bodyDecoder(head.bodyLength);
      while (decoder !== undefined && !decoder.done) {
        at = decoder.decode(stream, at, arrived, target);
        if (!decoder.done && !more()) {
          if (decoder.endsAtClose) break;
          return undefined;
        }
      }
      return { status: head.status, headers: head.headers, body };
    }
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}

/** Lets Node's own client, with its strict parser (llhttp), read the same. */
export async function readResponseWithNode(stream: Buffer, method: string): Promise<ReadResponse | string> {
  const socket = new OneWay();
  let outcome: ReadResponse | string = 'waits for more';
  const client = request({ method, path: '/', createConnection: () => socket, insecureHTTPParser: false });
  client.maxHeadersCount = 0;
  client.on('response', (response) => {
    let body = '';
    response.on('data', (bytes: Buffer) => {
      body += bytes.toString('latin1');
    });
    response.on('error', () => undefined);
    response.on('end', () => {
      outcome = { status: response.statusCode ?? 0, headers: response.rawHeaders, body };
    });
  });
  client.on('error', (error) => {
    if (outcome === 'waits for more') outcome = error.message;
  });
  client.end();
  await settled();
  socket.push(stream);
  socket.push(null);
  await settled();
  client.destroy();
  return outcome;
}
