import type { LookupFunction, Socket } from 'node:net';
import { UpstreamError } from '../../upstream.ts';
import { type BodyDestination, type BodyOrigin, IncomingBody, OutgoingBody } from '../body/index.ts';
import { type BodyDecoder, bodyDecoder, MessageError, type ResponseHead, ResponseHeadReader } from '../codec/index.ts';
import { Deadline, type DeadlineWheel } from '../timers/index.ts';
import { type Address, Carry, type DialEvents, dial, Outlet } from '../wire/index.ts';
import { abortedError, type Call, type CallPlace } from './call.ts';
import { failureOf } from './failure.ts';
import { type ClientLimits, IDLE_MARGIN_MS } from './limits.ts';
import { H1Response } from './response.ts';

/** The pool that a connection belongs to. */
export interface ConnectionOwner {
  readonly address: Address;
  readonly lookup: LookupFunction;
  readonly limits: ClientLimits;
  readonly wheel: DeadlineWheel;
  /** The connection can take another call. */
  onIdle(connection: ClientConnection): void;
  /** The connection has gone, idle or not. Called once. */
  onGone(connection: ClientConnection): void;
  /** A kept connection died before it gave a byte of an answer: the call may be sent once more. */
  onStale(call: Call): void;
}

/** One connection to a backend: one call at a time, and between calls kept for the next. */
export class ClientConnection implements DialEvents, BodyOrigin, BodyDestination, CallPlace {
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  readonly #outlet: Outlet;
  readonly #deadline: Deadline;
  readonly #reader: ResponseHeadReader;
  readonly #carry = new Carry();
  #phase: 'connecting' | 'securing' | 'open' | 'closed' = 'connecting';
  #call: Call | undefined;
  /** What the request's body is written to, when it is written piece by piece. */
  #outgoing: OutgoingBody | undefined;
  /** The response's body, while it comes. */
  #body: IncomingBody | undefined;
  #decoder: BodyDecoder | undefined;
  #keepAlive = false;
  #idleMs: number;
  #callsTaken = 0;
  /** A byte has come in answer to the call. */
  #answered = false;
  #paused = false;
  /** Why the connection is being closed, when it is our doing. */
  #reason: UpstreamError | undefined;

  /** Connects for a first call. */
  constructor(owner: ConnectionOwner, call: Call) {
    this.#owner = owner;
    this.#reader = new ResponseHeadReader(owner.limits);
    this.#idleMs = owner.limits.idleMs;
    this.#deadline = new Deadline(owner.wheel, this);
    this.#call = call;
    call.place = this;
    call.keepBody();
    this.#socket = dial(owner.address, owner.lookup, this);
    this.#outlet = new Outlet(this.#socket, this);
    this.#waitFor(call, owner.limits.connectTimeoutMs);
  }

  /** Sends a call over a connection that is idle. */
  take(call: Call): void {
    this.#call = call;
    call.place = this;
    this.#send(call);
  }

  /** Closes an idle connection, or breaks off a busy one. */
  close(reason: UpstreamError): void {
    this.#reason ??= reason;
    this.#socket.destroy();
  }

  abort(call: Call): void {
    if (this.#call === call) this.close(abortedError());
  }

  onConnect(): void {
    if (this.#owner.address.tls !== undefined) this.#phase = 'securing';
  }

  onOpen(): void {
    this.#phase = 'open';
    if (this.#call !== undefined) this.#send(this.#call);
  }

  onBytes(bytes: Buffer, end: number): void {
    if (this.#phase === 'closed' || this.#reason !== undefined) return;
    if (this.#call === undefined) {
      this.close(new UpstreamError('protocol', 'The backend sent something that nobody had asked for.'));
      return;
    }
    this.#answered = true;
    try {
      if (this.#decoder === undefined) this.#readHead(bytes, end);
      else this.#endWith(this.#readBody(bytes, 0, end), end);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      this.close(new UpstreamError('protocol', error.message, { cause: error }));
    }
  }

  onEnd(): void {
    const decoder = this.#decoder;
    const body = this.#body;
    if (decoder?.endsAtClose === true && body !== undefined) {
      this.#decoder = undefined;
      this.#body = undefined;
      body.end();
      this.#call = undefined;
    }
    this.#socket.destroy();
  }

  onDrain(): void {
    this.#outgoing?.drained();
  }

  onClose(error: Error | undefined): void {
    const phase = this.#phase;
    const call = this.#call;
    const body = this.#body;
    this.#phase = 'closed';
    this.#call = undefined;
    this.#body = undefined;
    this.#deadline.remove();
    this.#outgoing?.lost();
    this.#owner.onGone(this);
    if (call === undefined) return;
    const stale = this.#callsTaken > 1 && !this.#answered && this.#reason === undefined;
    if (stale && call.replayable) this.#owner.onStale(call);
    else {
      const failure = this.#reason ?? failureOf({ phase, error, showedCertificate: this.#showedCertificate });
      body?.fail(failure);
      call.fail(failure);
    }
  }

  onDeadline(): void {
    if (this.#call === undefined) {
      this.close(abortedError());
    } else if (this.#call.dueMs <= this.#owner.wheel.clock.nowMs()) {
      this.close(new UpstreamError('timeout', `No complete response within ${this.#call.request.timeoutMs} ms.`));
    } else if (this.#phase !== 'open') {
      this.close(new UpstreamError('connect', `No connection within ${this.#owner.limits.connectTimeoutMs} ms.`));
    } else if (this.#paused && this.#body?.taken === true) {
      // Whoever takes the body is the slow one, and has time limits of his own.
      this.#waitFor(this.#call, this.#owner.limits.bodyTimeoutMs);
    } else {
      this.close(new UpstreamError('timeout', "The backend's response stood still."));
    }
  }

  onWanted(): void {
    // A backend sends its body unasked.
  }

  onAbandoned(): void {
    this.close(abortedError());
  }

  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.resume();
  }

  onBodySent(): void {
    // The response says when the call is over.
  }

  onBlocked(): void {
    // The head's deadline runs on: a backend that takes nothing answers nothing.
  }

  onBodyBroken(): void {
    this.close(abortedError());
  }

  /** And has got no answer since. */
  get #showedCertificate(): boolean {
    return this.#owner.address.tls?.clientCertificate !== undefined && this.#callsTaken <= 1 && !this.#answered;
  }

  /** Whatever a call waits for, its own time runs on. */
  #waitFor(call: Call, ms: number): void {
    this.#deadline.setUntil(Math.min(this.#owner.wheel.clock.nowMs() + ms, call.dueMs));
  }

  #send(call: Call): void {
    const { request, body } = call;
    this.#callsTaken++;
    this.#answered = false;
    this.#deadline.setUntil(call.dueMs);
    if (typeof body !== 'function') {
      if (this.#callsTaken > 1 && call.replayable) call.keepBody();
      this.#outlet.send(request.head, call.body as Uint8Array);
      return;
    }
    const outgoing = new OutgoingBody(this.#outlet.socket, request.head, request.bodyLength, this);
    this.#outgoing = outgoing;
    body(outgoing);
    if (outgoing.open) outgoing.flushHead();
  }

  #readHead(bytes: Buffer, end: number): void {
    const carried = this.#carry.length > 0;
    if (carried) this.#carry.append(bytes, 0, end);
    const source = carried ? this.#carry.bytes : bytes;
    const stop = carried ? this.#carry.length : end;
    let at = 0;
    while (this.#call !== undefined) {
      const head = this.#reader.read(source, at, stop, this.#call.request.method);
      if (head === undefined) {
        if (!carried) this.#carry.append(bytes, at, end);
        else this.#carry.drop(at);
        return;
      }
      at += head.headBytes;
      if (head.status === 101) throw new MessageError('The backend changed the protocol unasked.');
      // Interim responses are the connection's, not the caller's (RFC 9110 section 15.2).
      if (head.status >= 200) {
        this.#respond(this.#call, head, source, at, stop);
        this.#carry.drop(this.#carry.length);
        return;
      }
      if (at === stop) {
        this.#carry.drop(this.#carry.length);
        return;
      }
    }
  }

  #respond(call: Call, head: ResponseHead, bytes: Buffer, start: number, end: number): void {
    this.#keepAlive = head.keepAlive;
    if (head.keepAliveMs !== undefined) this.#idleMs = Math.min(this.#idleMs, idleFor(head.keepAliveMs));
    if (head.bodyLength === 0) {
      this.#endWith(start, end);
      call.respond(new H1Response(head, undefined, call));
      return;
    }
    // Most bodies are small, and here already.
    if (typeof head.bodyLength === 'number' && head.bodyLength <= end - start) {
      const stop = start + head.bodyLength;
      const whole = IncomingBody.whole(bytes.subarray(start, stop), this);
      this.#endWith(stop, end);
      call.respond(new H1Response(head, whole, call));
      whole.keep();
      return;
    }
    const body = new IncomingBody(head.bodyLength, this);
    this.#body = body;
    this.#decoder = bodyDecoder(head.bodyLength);
    const at = this.#readBody(bytes, start, end);
    if (body.ended) this.#endWith(at, end);
    else this.#waitFor(call, this.#owner.limits.bodyTimeoutMs);
    call.respond(new H1Response(head, body, call));
    body.keep();
  }

  #readBody(bytes: Buffer, start: number, end: number): number {
    const body = this.#body;
    const decoder = this.#decoder;
    if (body === undefined || decoder === undefined) return start;
    const at = decoder.decode(bytes, start, end, body);
    if (decoder.done) {
      this.#body = undefined;
      this.#decoder = undefined;
      body.end();
    } else if (this.#call !== undefined) {
      this.#waitFor(this.#call, this.#owner.limits.bodyTimeoutMs);
    }
    return at;
  }

  /** The response may be complete; then the connection takes the next call, or closes. */
  #endWith(at: number, end: number): void {
    if (this.#decoder !== undefined) return;
    this.#call = undefined;
    const sent = (this.#outgoing === undefined || !this.#outgoing.open) && this.#outlet.unsentBytes === 0;
    this.#outgoing = undefined;
    if (!this.#keepAlive || !sent || at < end || this.#reason !== undefined) {
      this.close(abortedError());
      return;
    }
    this.resume();
    this.#deadline.set(this.#idleMs);
    this.#owner.onIdle(this);
  }
}

function idleFor(keepAliveMs: number): number {
  return Math.max(keepAliveMs - IDLE_MARGIN_MS, keepAliveMs / 2);
}
