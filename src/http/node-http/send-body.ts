import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { BodySource, HeaderList } from '../exchange.ts';

/**
 * Writes head and body of a response. A body that fails underway breaks the connection off, which is the only honest
 * sign left to give once the head is out.
 * @throws {TypeError} for a header that cannot be sent; nothing has been written then
 */
export function sendBody(
  response: ServerResponse,
  status: number,
  headers: HeaderList,
  body: Uint8Array | BodySource,
): void {
  if (body instanceof Uint8Array) {
    const framed = isBodiless(status) || declaresLength(headers);
    response.writeHead(status, mutable(framed ? headers : [...headers, 'Content-Length', String(body.length)]));
    response.end(body);
    return;
  }
  response.writeHead(status, mutable(headers));
  if (isBodiless(status) || response.req.method === 'HEAD') {
    response.end();
    release(body);
    return;
  }
  if (body instanceof Readable) pipe(body, response);
  else void pump(body, response);
}

/** 1xx, 204 and 304 never carry a body (RFC 9110 section 6.4.1). */
function isBodiless(status: number): boolean {
  return status === 204 || status === 304 || status < 200;
}

function declaresLength(headers: HeaderList): boolean {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length === 14 && name.toLowerCase() === 'content-length') return true;
  }
  return false;
}

/** Node's types want an array that it may change; it does not. */
function mutable(headers: HeaderList): string[] {
  return headers as string[];
}

/** Tells a source that nobody will read it. */
function release(body: BodySource): void {
  if (body instanceof Readable) {
    body.on('error', () => undefined);
    body.destroy();
    return;
  }
  const ending = body[Symbol.asyncIterator]().return?.();
  ending?.catch(() => undefined);
}

function pipe(body: Readable, response: ServerResponse): void {
  const breakOff = (): void => {
    response.destroy();
  };
  body.once('error', breakOff);
  body.once('close', () => {
    if (!body.readableEnded) breakOff();
  });
  response.once('close', () => {
    if (!response.writableFinished) body.destroy();
  });
  body.pipe(response);
}

async function pump(body: BodySource, response: ServerResponse): Promise<void> {
  try {
    for await (const chunk of body) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response);
    }
    response.end();
  } catch {
    response.destroy();
  }
}

/** Resolves when there is room again, or when the connection is gone and room does not matter any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
