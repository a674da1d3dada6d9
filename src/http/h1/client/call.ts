import { UpstreamError } from '../../upstream.ts';
import type { OutgoingBody } from '../body/index.ts';
import { isIdempotent } from '../codec/index.ts';
import { COPIED_BYTES } from '../wire/index.ts';
import type { H1Response } from './response.ts';

/** Is told how a call ends: by exactly one of the two. */
export interface CallHandler {
  /** The response's head has come, perhaps with its whole body (`takeArrivedBody`). */
  onResponse(response: H1Response): void;
  onFailure(error: UpstreamError): void;
}

/** Begins a request body that is written piece by piece, once its head is on the way. */
export type StartBody = (body: OutgoingBody) => void;

/** What is sent. */
export interface CallRequest {
  readonly method: string;
  /** The whole head with its framing, as `requestHead` writes it. */
  readonly head: string;
  /** A small one may be borrowed (see `IncomingBody.takeArrived`). */
  readonly body: Uint8Array | StartBody;
  /** The declared length of a body that is written piece by piece. */
  readonly bodyLength: number | 'chunked';
  /** From `dispatch` to the last byte of the response. */
  readonly timeoutMs: number;
}

/** Where a call is now; the queue or the connection that can stop it. */
export interface CallPlace {
  abort(call: Call): void;
}

/** One request to a backend and its response. */
export class Call {
  readonly request: CallRequest;
  readonly handler: CallHandler;
  /** Set by whoever holds the call. */
  place: CallPlace | undefined;
  /** When its time is over, in the wheel's milliseconds; set by `dispatch`. */
  dueMs = Number.POSITIVE_INFINITY;
  /** It was sent once on a kept connection that turned out to be dead. */
  retried = false;
  #body: Uint8Array | StartBody;
  #kept = false;
  #settled = false;

  constructor(request: CallRequest, handler: CallHandler) {
    this.request = request;
    this.handler = handler;
    this.#body = request.body;
  }

  get body(): Uint8Array | StartBody {
    return this.#body;
  }

  /** It has its response or its failure. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Sending it twice is as good as once, and possible (RFC 9110 section 9.2.2). */
  get replayable(): boolean {
    return !this.retried && typeof this.#body !== 'function' && isIdempotent(this.request.method);
  }

  /** The body has to last longer than the call in which it was given. */
  keepBody(): void {
    if (this.#kept || typeof this.#body === 'function') return;
    this.#kept = true;
    if (this.#body.length > 0 && this.#body.length <= COPIED_BYTES) this.#body = Buffer.from(this.#body);
  }

  /** Nobody wants the response any more: before its head the call fails with `aborted`, after it the body does. */
  abort(): void {
    this.place?.abort(this);
  }

  respond(response: H1Response): void {
    this.#settled = true;
    this.handler.onResponse(response);
  }

  fail(error: UpstreamError): void {
    if (this.#settled) return;
    this.#settled = true;
    this.place = undefined;
    this.handler.onFailure(error);
  }
}

export function abortedError(): UpstreamError {
  return new UpstreamError('aborted', 'The request was given up.');
}
