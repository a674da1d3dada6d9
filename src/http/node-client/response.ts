import type { IncomingMessage } from 'node:http';
import { collectBody } from '../body.ts';
import { type BodySource, BodyTooLargeError, type HeaderList } from '../exchange.ts';
import { framingOf } from '../framing.ts';
import type { UpstreamResponse } from '../upstream.ts';
import { upstreamError } from './failure.ts';

/** A backend's response over `node:http`. */
export class NodeUpstreamResponse implements UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly #message: IncomingMessage;

  readonly #isHead: boolean;

  constructor(message: IncomingMessage, isHead: boolean) {
    this.#message = message;
    this.#isHead = isHead;
    this.status = message.statusCode ?? 0;
    this.headers = message.rawHeaders;
  }

  async readBody(limitBytes: number): Promise<Buffer> {
    try {
      const { contentLength } = framingOf(this.headers);
      if (contentLength !== undefined && contentLength > limitBytes && !this.#isHead)
        throw new BodyTooLargeError(limitBytes);
      return await collectBody(this.#message, limitBytes);
    } catch (error) {
      this.discard();
      throw error instanceof BodyTooLargeError ? error : upstreamError(error);
    }
  }

  streamBody(): BodySource {
    return this.#message;
  }

  discard(): void {
    this.#message.on('error', () => undefined);
    this.#message.destroy();
  }
}
