import { constants, type ServerHttp2Stream } from 'node:http2';
import { EMPTY_BODY, releaseBody } from '../body.ts';
import { type BodySource, BodyTooLargeError, type Exchange, type HeaderList, type Peer } from '../exchange.ts';
import { type FieldLines, listOf } from '../field-lines.ts';
import { collectBody } from './collect-body.ts';
import type { RequestHead } from './request-head.ts';
import { responseHead } from './response-head.ts';
import { guardRequestBody, guardResponse } from './stall.ts';
import { writeBody } from './write-body.ts';

/** The exchange over one stream of an HTTP/2 connection. */
export class H2Exchange implements Exchange {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string = 'HTTP/2.0';
  readonly headers: HeaderList;
  readonly peer: Peer;
  readonly receivedAtMs: number;
  readonly #stream: ServerHttp2Stream;
  readonly #stallMs: number;
  #abort: AbortController | undefined;
  #abortable: { abort(): void } | undefined;
  #bodyWanted = false;
  #failed = false;

  constructor(stream: ServerHttp2Stream, head: RequestHead, peer: Peer, receivedAtMs: number, stallMs: number) {
    this.#stream = stream;
    this.#stallMs = stallMs;
    this.method = head.method;
    this.target = head.target;
    this.headers = head.headers;
    this.peer = peer;
    this.receivedAtMs = receivedAtMs;
    // Node ends the body of a stream that was given up as if it had come in full; it must look like what it is.
    stream.once('aborted', () => {
      if (!stream.readableEnded) stream.destroy(new Error('The request was given up before its body had ended.'));
    });
  }

  /** Whether the stream has closed without the whole response, and not because there was no response here. */
  get wasAbandoned(): boolean {
    return !wasSent(this.#stream) && !this.#failed;
  }

  /** Made when somebody asks for it: most exchanges end before anybody wants to know of an abort. */
  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const controller = new AbortController();
      const stream = this.#stream;
      const onClose = (): void => {
        if (!wasSent(stream)) controller.abort();
      };
      if (stream.closed || stream.destroyed) onClose();
      else stream.once('close', onClose);
      this.#abort = controller;
    }
    return this.#abort.signal;
  }

  get abortable(): { abort(): void } | undefined {
    return this.#abortable;
  }

  set abortable(abortable: { abort(): void } | undefined) {
    if (this.#abortable === undefined) this.signal.addEventListener('abort', () => this.#abortable?.abort());
    this.#abortable = abortable;
  }

  takeArrivedBody(): Buffer | undefined {
    return this.#stream.endAfterHeaders ? EMPTY_BODY : undefined;
  }

  readBody(limitBytes: number): Promise<Buffer> {
    if (this.#stream.endAfterHeaders) return Promise.resolve(EMPTY_BODY);
    const declared = Number(headerOf(this.headers, 'content-length') ?? 0);
    if (declared > limitBytes) return Promise.reject(new BodyTooLargeError(limitBytes));
    this.#wantBody();
    return collectBody(this.#stream, limitBytes);
  }

  streamBody(): BodySource {
    this.#wantBody();
    return this.#stream;
  }

  respond(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource): void {
    const stream = this.#stream;
    const head = responseHead(status, listOf(headers));
    const isBytes = body instanceof Uint8Array;
    const hasContent = !isBodiless(status) && this.method !== 'HEAD';
    if (isBytes && !isBodiless(status)) head['content-length'] ??= String(body.length);
    if (isBytes && hasContent && head['content-length'] !== String(body.length))
      throw new TypeError(`The declared length ${head['content-length']} is not the body's ${body.length}.`);
    const isEmpty = !hasContent || (isBytes && body.length === 0);
    if (stream.closed || stream.destroyed) {
      if (!isBytes) releaseBody(body);
      return;
    }
    stream.respond(head, { endStream: isEmpty });
    this.#dropRestOfRequest();
    if (isEmpty) {
      if (!isBytes) releaseBody(body);
      return;
    }
    guardResponse(stream, this.#stallMs);
    if (isBytes && body.length <= SLICE_BYTES) stream.end(body);
    else writeBody(isBytes ? slices(body) : body, stream, () => this.#breakOff());
  }

  abandon(): void {
    const stream = this.#stream;
    if (stream.headersSent || stream.closed || stream.destroyed) return;
    this.#failed = true;
    stream.destroy(new Error('Nobody will answer this request.'));
  }

  /** `100 Continue` goes out when somebody wants the body, not before (RFC 9110 section 10.1.1). */
  #wantBody(): void {
    if (this.#bodyWanted) return;
    this.#bodyWanted = true;
    const stream = this.#stream;
    if (!stream.endAfterHeaders) guardRequestBody(stream, this.#stallMs);
    if (stream.headersSent || stream.closed || stream.destroyed) return;
    if (headerOf(this.headers, 'expect')?.toLowerCase() === '100-continue')
      stream.additionalHeaders({ ':status': 100 });
  }

  /** `close` would end the stream in good order before it resets it, and half a body would look like a whole one. */
  #breakOff(): void {
    this.#failed = true;
    this.#stream.destroy(new Error('The body of the response failed.'));
  }

  /** A request body that nobody has read to its end when the response is out need not be sent (RFC 9113 section 8.1). */
  #dropRestOfRequest(): void {
    const stream = this.#stream;
    if (stream.endAfterHeaders || stream.readableEnded) return;
    stream.once('finish', () => {
      if (stream.readableEnded) return;
      stream.close(constants.NGHTTP2_NO_ERROR);
      // Whoever still reads, such as a backend that has answered early, must not take what came for the whole body.
      stream.destroy(new Error('The response came before the body of the request had ended.'));
    });
  }
}

/** Whether a closed stream's response went out whole. Node also finishes streams that the client has reset. */
function wasSent(stream: ServerHttp2Stream): boolean {
  return stream.writableFinished && !stream.aborted;
}

/** Large bodies go out in pieces, so that it shows whether the client takes them. */
const SLICE_BYTES = 65_536;

async function* slices(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += SLICE_BYTES) yield body.subarray(at, at + SLICE_BYTES);
}

/** These never carry a body (RFC 9110 sections 6.4.1, 15.3.6). */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** The first value of a field; names are in lower case in HTTP/2. */
function headerOf(headers: HeaderList, name: string): string | undefined {
  const at = headers.findIndex((text, i) => i % 2 === 0 && text === name);
  return at < 0 ? undefined : headers[at + 1];
}
