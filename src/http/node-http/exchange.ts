import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { collectBody, EMPTY_BODY } from '../body.ts';
import { type BodySource, BodyTooLargeError, type Exchange, type HeaderList, type Peer } from '../exchange.ts';
import { type FieldLines, listOf } from '../field-lines.ts';
import { type Framing, framingOf, hasBody } from '../framing.ts';
import { LINGER_MS } from './limits.ts';
import { sendBody } from './send-body.ts';

/** Told once by the listener, asked at every response: whether connections shall be closed after their response. */
export interface DrainState {
  draining: boolean;
}

/** The exchange over `node:http`: one request message and its response message. */
export class NodeExchange implements Exchange {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderList;
  readonly peer: Peer;
  readonly receivedAtMs: number;
  readonly framing: Framing;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #state: DrainState;
  #awaitsContinue: boolean;
  #abort: AbortController | undefined;
  #abortable: { abort(): void } | undefined;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    receivedAtMs: number,
    awaitsContinue: boolean,
    state: DrainState,
  ) {
    this.#request = request;
    this.#response = response;
    this.#state = state;
    this.#awaitsContinue = awaitsContinue;
    this.method = request.method ?? '';
    this.target = request.url ?? '';
    this.httpVersion = `HTTP/${request.httpVersion}`;
    this.headers = request.rawHeaders;
    this.framing = framingOf(request.rawHeaders);
    this.peer = peerOf(request.socket);
    this.receivedAtMs = receivedAtMs;
  }

  /** Made when somebody asks for it: most exchanges end before anybody wants to know of an abort. */
  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const controller = new AbortController();
      const response = this.#response;
      const onClose = (): void => {
        if (!response.writableFinished) controller.abort();
      };
      if (response.destroyed || response.closed) onClose();
      else response.once('close', onClose);
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
    return hasBody(this.framing) ? undefined : EMPTY_BODY;
  }

  readBody(limitBytes: number): Promise<Buffer> {
    if (!hasBody(this.framing)) return Promise.resolve(EMPTY_BODY);
    const { contentLength } = this.framing;
    if (contentLength !== undefined && contentLength > limitBytes)
      return Promise.reject(new BodyTooLargeError(limitBytes));
    this.#continue();
    return collectBody(this.#request, limitBytes);
  }

  streamBody(): BodySource {
    this.#continue();
    return this.#request;
  }

  respond(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource): void {
    const response = this.#response;
    // An unread body would have to be read to its end before the connection could be used again.
    const abandoned = hasBody(this.framing) && !this.#request.complete;
    if (abandoned || this.#state.draining) response.shouldKeepAlive = false;
    const lingers = abandoned && body instanceof Uint8Array && !this.#isBeingRead();
    sendBody(response, status, listOf(headers), body, lingers ? 'later' : 'end');
    if (lingers) this.#linger();
  }

  /** `100 Continue` goes out when somebody wants the body, not before (RFC 9110 section 10.1.1). */
  #continue(): void {
    if (!this.#awaitsContinue) return;
    this.#awaitsContinue = false;
    this.#response.writeContinue();
  }

  #isBeingRead(): boolean {
    return this.#request.readableFlowing === true || this.#request.listenerCount('readable') > 0;
  }

  /**
   * Closing a socket that has unread bytes resets it, and a client that is still sending may lose the response. So the
   * rest of the body is read and dropped for a while before the response is ended, and with it the connection. The client
   * has the whole response meanwhile: it goes by the declared length.
   */
  #linger(): void {
    const request = this.#request;
    const end = (): void => {
      clearTimeout(timer);
      this.#response.end();
    };
    const timer = setTimeout(end, LINGER_MS);
    request.once('end', end);
    request.once('close', end);
    request.on('error', end);
    request.resume();
  }
}

/** Asked while the connection stands: a closed one knows no addresses. */
function peerOf(socket: Socket): Peer {
  const { remoteAddress = '', remotePort = 0 } = socket;
  return {
    address: remoteAddress.startsWith('::ffff:') ? remoteAddress.slice(7) : remoteAddress,
    port: remotePort,
    encrypted: 'encrypted' in socket,
  };
}
