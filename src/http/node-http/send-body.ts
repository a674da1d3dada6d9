import type { ServerResponse } from 'node:http';
import type { BodySource, HeaderList } from '../exchange.ts';
import { releaseBody, writeBody } from '../write-body.ts';

/** `later`: a body that is given in full is sent, but the message is ended by the caller. */
export type Ending = 'end' | 'later';

/**
 * Writes head and body of a response. A body that fails underway breaks the connection off, which is the only honest
 * sign left to give once the head is out.
 * @throws {TypeError} for a header that cannot be sent, or a wrong length; nothing has been written then
 */
export function sendBody(
  response: ServerResponse,
  status: number,
  headers: HeaderList,
  body: Uint8Array | BodySource,
  ending: Ending = 'end',
): void {
  if (body instanceof Uint8Array) {
    const declared = declaredLength(headers);
    const hasContent = !isBodiless(status) && response.req.method !== 'HEAD';
    if (hasContent && declared !== undefined && declared !== String(body.length))
      throw new TypeError(`The declared length ${declared} is not the body's ${body.length}.`);
    const framed = declared !== undefined || isBodiless(status);
    response.writeHead(status, mutable(framed ? headers : [...headers, 'Content-Length', String(body.length)]));
    if (ending === 'end') response.end(body);
    else if (hasContent && body.length > 0) response.write(body);
    else response.flushHeaders();
    return;
  }
  response.writeHead(status, mutable(headers));
  if (isBodiless(status) || response.req.method === 'HEAD') {
    response.end();
    releaseBody(body);
    return;
  }
  writeBody(body, response, () => response.destroy());
}

/** 1xx, 204 and 304 never carry a body (RFC 9110 section 6.4.1). */
function isBodiless(status: number): boolean {
  return status === 204 || status === 304 || status < 200;
}

function declaredLength(headers: HeaderList): string | undefined {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length === 14 && name.toLowerCase() === 'content-length') return headers[i + 1];
  }
  return undefined;
}

/** Node's types want an array that it may change; it does not. */
function mutable(headers: HeaderList): string[] {
  return headers as string[];
}
