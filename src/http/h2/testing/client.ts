import { type ClientHttp2Session, connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { LOCALHOST } from '../../testing/certificates.ts';

/** Node's own HTTP/2 client. */
export function h2Client(port: number): ClientHttp2Session {
  const session = connect(`https://localhost:${port}`, { ca: LOCALHOST.cert });
  // Sessions that are cut off are what some tests are about; their streams tell.
  session.on('error', () => undefined);
  return session;
}

export interface H2Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * One request and its whole answer.
 * @throws what the stream ended with, when it did not end well
 */
export function ask(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  body?: string | Buffer,
): Promise<H2Answer> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers, { endStream: body === undefined });
    let head: IncomingHttpHeaders = {};
    let text = '';
    let ended = false;
    stream.setEncoding('latin1');
    stream.on('response', (received) => {
      head = received;
    });
    stream.on('data', (chunk: string) => {
      text += chunk;
    });
    stream.on('end', () => {
      ended = true;
    });
    stream.on('error', reject);
    stream.on('close', () => {
      if (ended && stream.rstCode === 0) resolve({ headers: head, body: text });
      else reject(new Error(`The stream was closed with code ${stream.rstCode}.`));
    });
    if (body !== undefined) stream.end(body);
  });
}
