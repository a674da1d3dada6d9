import { EMPTY_BODY, releaseBody } from '../../body.ts';
import type { BodySource, Exchange, HeaderList, Peer } from '../../exchange.ts';
import type { FieldLines } from '../../field-lines.ts';
import { type IncomingBody, OutgoingBody, pump, SLICE_BYTES, sendSlices } from '../body/index.ts';
import {
  type RequestHead,
  responseHead,
  type SentLength,
  type WrittenFields,
  writeFields,
  writtenFields,
} from '../codec/index.ts';
import type { Outlet } from '../wire/index.ts';
import type { UpgradedStream } from './upgraded.ts';

/** What an exchange needs of the connection that it came on. */
export interface ExchangeConnection {
  readonly outlet: Outlet;
  readonly peer: Peer;
  dateLine(): string;
  /** Whether another request may follow the one that has this body. */
  mayPersist(body: IncomingBody | undefined): boolean;
  /** Whether a response to this exchange would still be sent. */
  awaits(exchange: H1Exchange): boolean;
  onAnswered(exchange: H1Exchange, persists: boolean): void;
  onBlocked(): void;
  breakOff(): void;
  handOut(head: string): UpgradedStream;
}

/**
 * A request on an HTTP/1.1 connection and its one response. Besides what every exchange has, it can be served without a
 * promise: the body when it has come together with the head, a response body written by callbacks, one thing that is
 * aborted when the client goes.
 */
export class H1Exchange implements Exchange {
  readonly head: RequestHead;
  readonly receivedAtMs: number;
  /** The request's body; undefined when it has none. */
  readonly body: IncomingBody | undefined;
  /** Is aborted when the client goes away before the whole response has been sent: a call to a backend, most often. */
  abortable: { abort(): void } | undefined;
  readonly #connection: ExchangeConnection;
  #state: 'unanswered' | 'answering' | 'done' = 'unanswered';
  #aborted = false;
  #abort: AbortController | undefined;
  #outgoing: OutgoingBody | undefined;
  #persists = false;

  constructor(connection: ExchangeConnection, head: RequestHead, body: IncomingBody | undefined, receivedAtMs: number) {
    this.#connection = connection;
    this.head = head;
    this.body = body;
    this.receivedAtMs = receivedAtMs;
  }

  get method(): string {
    return this.head.method;
  }

  get target(): string {
    return this.head.target;
  }

  get httpVersion(): string {
    return this.head.httpVersion;
  }

  get headers(): HeaderList {
    return this.head.headers;
  }

  get peer(): Peer {
    return this.#connection.peer;
  }

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      this.#abort = new AbortController();
      if (this.#aborted) this.#abort.abort();
    }
    return this.#abort.signal;
  }

  /** No response has been begun. */
  get unanswered(): boolean {
    return this.#state === 'unanswered';
  }

  /**
   * The whole body at once, when it is here and was not asked for before (empty when there is none); undefined when it has
   * to be waited for. A small one is good until the call in which it was given returns (see `IncomingBody.takeArrived`).
   */
  takeArrivedBody(): Buffer | undefined {
    return this.body === undefined ? EMPTY_BODY : this.body.takeArrived();
  }

  readBody(limitBytes: number): Promise<Buffer> {
    return this.body === undefined ? Promise.resolve(EMPTY_BODY) : this.body.read(limitBytes);
  }

  streamBody(): BodySource {
    return this.body === undefined ? nothing() : this.body.stream();
  }

  respond(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource): void {
    const fields = writtenFields(headers);
    if (!(body instanceof Uint8Array)) {
      const outgoing = this.#begin(status, fields, fields.contentLength);
      if (!outgoing.open || this.method === 'HEAD' || isBodiless(status)) {
        outgoing.end();
        releaseBody(body);
      } else {
        this.#flushSoon(outgoing);
        void pump(body, outgoing);
      }
      return;
    }
    const bodiless = this.method === 'HEAD' || isBodiless(status);
    if (!bodiless && fields.contentLength !== -1 && fields.contentLength !== body.length) {
      throw new TypeError(`The declared length ${fields.contentLength} is not the body's ${body.length}.`);
    }
    if (!bodiless && body.length > SLICE_BYTES) {
      sendSlices(body, this.#begin(status, fields, body.length));
      return;
    }
    const length = bodiless ? declaredWithout(status, fields.contentLength, body.length) : body.length;
    const head = this.#beginHead(status, fields, length);
    this.#state = 'done';
    if (!this.#connection.awaits(this)) return;
    this.#connection.outlet.send(head, bodiless ? EMPTY_BODY : body);
    this.#connection.onAnswered(this, this.#persists);
  }

  abandon(): void {
    if (this.#state === 'unanswered' && this.#connection.awaits(this)) this.#connection.breakOff();
  }

  /**
   * Begins a response whose body is written piece by piece. The head goes with the first bytes that are written in the same
   * turn, or alone after it.
   * @param headers a `Content-Length` among them declares the length; else the body is chunked (HTTP/1.0: ends the connection)
   * @throws {TypeError} for a header that cannot be sent; nothing has been sent then
   */
  beginResponse(status: number, headers: HeaderList): OutgoingBody {
    const fields = writeFields(headers);
    const outgoing = this.#begin(status, fields, fields.contentLength);
    this.#flushSoon(outgoing);
    return outgoing;
  }

  /**
   * Answers 101 and hands the connection out, for a request whose `head.upgrade` is set.
   * @param headers `Upgrade` among them; `Connection` is added
   * @throws {TypeError} when the client did not ask for it, or for a header that cannot be sent
   */
  upgrade(headers: HeaderList): UpgradedStream {
    if (!this.head.upgrade || this.#state !== 'unanswered' || this.body !== undefined) {
      throw new TypeError('This request cannot change the protocol.');
    }
    const { text } = writeFields(headers);
    this.#state = 'done';
    return this.#connection.handOut(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n${text}\r\n`);
  }

  /** From the connection: nobody waits for the response any more, or will get it whole. */
  abort(): void {
    if (this.#aborted || this.#state === 'done') return;
    this.#aborted = true;
    this.abortable?.abort();
    this.#abort?.abort();
  }

  /** From the connection: it has gone. */
  lost(): void {
    this.#outgoing?.lost();
    this.abort();
  }

  /** From the connection: what was written has left. */
  drained(): void {
    this.#outgoing?.drained();
  }

  #begin(status: number, fields: WrittenFields, contentLength: number): OutgoingBody {
    const bodiless = this.method === 'HEAD' || isBodiless(status);
    const length = contentLength === -1 ? this.#undeclared() : contentLength;
    const head = this.#beginHead(status, fields, bodiless ? declaredWithout(status, contentLength, 0) : length);
    const sent = bodiless ? 'none' : length;
    const outgoing = new OutgoingBody(this.#connection.outlet.socket, head, sent, {
      onBodySent: () => {
        this.#state = 'done';
        this.#connection.onAnswered(this, this.#persists);
      },
      onBlocked: () => this.#connection.onBlocked(),
      onBodyBroken: () => this.#connection.breakOff(),
    });
    this.#outgoing = outgoing;
    if (!this.#connection.awaits(this)) outgoing.lost();
    return outgoing;
  }

  #beginHead(status: number, fields: WrittenFields, length: SentLength): string {
    if (this.#state !== 'unanswered') throw new TypeError('An exchange has one response.');
    if (status < 200) throw new RangeError(`${status} is no final status.`);
    const persists =
      length !== 'until-close' && !fields.close && this.head.keepAlive && this.#connection.mayPersist(this.body);
    const connection = !persists ? 'close' : this.head.httpVersion === 'HTTP/1.0' ? 'keep-alive' : 'default';
    const dateLine = fields.hasDate ? '' : this.#connection.dateLine();
    const head = responseHead(status, fields, { length, connection, dateLine });
    this.#state = 'answering';
    this.#persists = persists;
    return head;
  }

  /** A body of unknown length is chunked, and for HTTP/1.0, which knows no chunks, ends with the connection. */
  #undeclared(): SentLength {
    return this.head.httpVersion === 'HTTP/1.0' ? 'until-close' : 'chunked';
  }

  #flushSoon(outgoing: OutgoingBody): void {
    process.nextTick(() => {
      if (outgoing.open) outgoing.flushHead();
    });
  }
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/**
 * What a head declares that no body follows: 204 nothing; HEAD and 304 what the body would have, if that is known
 * (RFC 9110 section 8.6).
 */
function declaredWithout(status: number, declared: number, bodyBytes: number): SentLength {
  if (status === 204) return 'none';
  if (declared !== -1) return declared;
  return bodyBytes === 0 || status === 304 ? 'none' : bodyBytes;
}

async function* nothing(): BodySource {
  // A request without a body gives no piece of one.
}
