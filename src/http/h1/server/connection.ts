import type { Socket } from 'node:net';
import type { Peer } from '../../exchange.ts';
import { type BodyOrigin, IncomingBody } from '../body/index.ts';
import { type BodyDecoder, bodyDecoder, interimHead, MessageError, type RequestHead } from '../codec/index.ts';
import { Deadline } from '../timers/index.ts';
import { Carry, Outlet, type WireEvents } from '../wire/index.ts';
import type { Drainable, ServerContext } from './context.ts';
import { type ExchangeConnection, H1Exchange } from './exchange.ts';
import { HeadIntake } from './head-intake.ts';
import { BODY_PROGRESS_BYTES, HALF_CLOSED_MS, LINGER_MS, PIPELINED_BYTES } from './limits.ts';
import { peerOf } from './peer.ts';
import { refusal } from './refusal.ts';
import { UpgradedStream } from './upgraded.ts';

/** What the connection's deadline stands for. */
type Waiting = 'request' | 'head' | 'body' | 'handler' | 'client' | 'leaving';

/**
 * One client's connection: requests are read one after the other and answered in order. While one is being answered the
 * connection is still read, to learn that the client goes, and what comes is kept for later.
 */
export class ServerConnection implements WireEvents, BodyOrigin, ExchangeConnection, Drainable {
  readonly socket: Socket;
  readonly outlet: Outlet;
  readonly peer: Peer;
  readonly #context: ServerContext;
  readonly #deadline: Deadline;
  readonly #carry = new Carry();
  readonly #heads: HeadIntake;
  #exchange: H1Exchange | undefined;
  /** The body that is being received, and what tells where it ends. */
  #body: IncomingBody | undefined;
  #decoder: BodyDecoder | undefined;
  #bodyProgress = 0;
  #awaitsContinue = false;
  #waiting: Waiting = 'request';
  /** Requests are being taken from bytes that have come: what ends an exchange need not look for the next. */
  #taking = false;
  #paused = false;
  /** `open`; `leaving` once the last response has been written; `upgraded` when the bytes are no HTTP any more. */
  #phase: 'open' | 'leaving' | 'upgraded' | 'closed' = 'open';
  #halfClosed = false;
  #upgraded: UpgradedStream | undefined;

  constructor(socket: Socket, context: ServerContext) {
    this.socket = socket;
    this.outlet = new Outlet(socket, { onBlocked: () => this.#onOutletBlocked(), onDrain: () => this.onDrain() });
    this.peer = peerOf(socket);
    this.#context = context;
    this.#heads = new HeadIntake(context.limits, context.reader);
    this.#deadline = new Deadline(context.wheel, this);
    this.#wait('request', context.limits.keepAliveIdleMs);
  }

  dateLine(): string {
    return this.#context.dateLine.at(this.#context.now());
  }

  mayPersist(body: IncomingBody | undefined): boolean {
    // A body that nobody wants would have to be read to its end first.
    const unread = body !== undefined && !body.ended && !body.taken;
    return !unread && !this.#halfClosed && !this.#context.draining && this.#phase === 'open';
  }

  awaits(exchange: H1Exchange): boolean {
    return this.#phase === 'open' && this.#exchange === exchange;
  }

  onBytes(bytes: Buffer, end: number): void {
    if (this.#phase === 'upgraded') this.#upgraded?.receive(bytes.subarray(0, end));
    if (this.#phase !== 'open') return;
    try {
      const start = this.#decoder === undefined ? 0 : this.#readBody(bytes, 0, end);
      if (start < end) this.#read(bytes, start, end);
    } catch (error) {
      this.#refuse(error);
    }
  }

  onEnd(): void {
    this.#halfClosed = true;
    if (this.#phase === 'upgraded') this.#upgraded?.receiveEnd();
    else if (this.#phase === 'leaving') this.outlet.socket.destroySoon();
    else if (this.#phase === 'open') this.#onClientEnd();
  }

  onDrain(): void {
    if (this.#phase !== 'open' || this.outlet.blocked) return;
    const exchange = this.#exchange;
    if (this.#waiting === 'client') {
      if (exchange === undefined) this.#next();
      else this.#waitForExchange();
    }
    // May write so much that the client is waited for again.
    exchange?.drained();
  }

  onClose(): void {
    this.#phase = 'closed';
    this.#deadline.remove();
    this.#context.connections.delete(this);
    this.#upgraded?.destroy();
    this.#dropRequest();
  }

  onDeadline(): void {
    switch (this.#waiting) {
      case 'head':
      case 'body':
        // Paused by whoever takes the body: the client is not the slow one.
        if (this.#waiting === 'body' && this.#paused) this.#wait('body', this.#context.limits.bodyTimeoutMs);
        else this.#refuse(new MessageError('The request took too long.', 408));
        return;
      case 'request':
        this.#leave();
        return;
      case 'handler':
      case 'client':
      case 'leaving':
        this.socket.destroy();
    }
  }

  /** From the body: somebody wants it (RFC 9110 section 10.1.1). */
  onWanted(): void {
    if (!this.#awaitsContinue) return;
    this.#awaitsContinue = false;
    this.outlet.socket.write(interimHead(100), 'latin1');
  }

  pause(): void {
    this.#paused = true;
    this.socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    // The client could not send meanwhile, so its time begins now.
    if (this.#waiting === 'body') this.#waitForBody();
    this.socket.resume();
  }

  /** From the body: what is left of it is dropped once the response has been sent. */
  onAbandoned(): void {
    this.pause();
  }

  /** From the exchange: its response has been written. */
  onAnswered(exchange: H1Exchange, persists: boolean): void {
    if (this.#phase !== 'open' || this.#exchange !== exchange) return;
    this.#exchange = undefined;
    this.#awaitsContinue = false;
    if (!persists || this.#decoder !== undefined) this.#leave();
    else if (this.outlet.blocked) this.onBlocked();
    else if (!this.#taking) this.#next();
  }

  /** From the exchange: the client does not take what is sent to it. */
  onBlocked(): void {
    if (this.#phase === 'open') this.#wait('client', this.#context.limits.writeTimeoutMs);
  }

  /** From the outlet: what was sent has not left; with an exchange in between, its response will notice. */
  #onOutletBlocked(): void {
    if (this.#exchange === undefined) this.onBlocked();
  }

  /** From the exchange: its response cannot be completed. */
  breakOff(): void {
    this.outlet.socket.destroy();
  }

  /** From the exchange: the connection changes its protocol. */
  handOut(head: string): UpgradedStream {
    this.#phase = 'upgraded';
    this.#exchange = undefined;
    this.#deadline.clear();
    this.outlet.socket.write(head, 'latin1');
    const stream = new UpgradedStream(this.socket);
    this.#upgraded = stream;
    if (this.#taking) return stream;
    this.#handOverCarry();
    return stream;
  }

  drain(): void {
    if (this.#phase !== 'open' || this.#waiting !== 'request') return;
    const leftMs = this.#deadline.dueMs - this.#context.wheel.clock.nowMs();
    const { keepAliveIdleMs, drainIdleMs } = this.#context.limits;
    const idleMs = keepAliveIdleMs - leftMs;
    if (idleMs >= drainIdleMs) this.#leave();
    else this.#deadline.set(drainIdleMs - idleMs);
  }

  #read(bytes: Buffer, start: number, end: number): void {
    if (this.#carry.length > 0) {
      this.#carry.append(bytes, start, end);
      if (this.#canTake()) this.#takeCarried();
    } else {
      const at = this.#take(bytes, start, end);
      if (at < end) this.#keep(bytes, at, end);
    }
    this.#settle();
  }

  #keep(bytes: Buffer, start: number, end: number): void {
    if (this.#phase === 'upgraded') this.#upgraded?.receive(bytes.subarray(start, end));
    else if (this.#phase === 'open') this.#carry.append(bytes, start, end);
  }

  #handOverCarry(): void {
    this.#upgraded?.receive(this.#carry.bytes.subarray(0, this.#carry.length));
    this.#carry.drop(this.#carry.length);
  }

  #canTake(): boolean {
    return this.#phase === 'open' && this.#exchange === undefined && !this.outlet.blocked;
  }

  #takeCarried(): void {
    const at = this.#take(this.#carry.bytes, 0, this.#carry.length);
    this.#carry.drop(at);
    if (this.#phase === 'upgraded') this.#handOverCarry();
  }

  /** Takes requests as long as each is answered at once. @returns the place behind what was used */
  #take(bytes: Buffer, start: number, end: number): number {
    let at = start;
    this.#taking = true;
    try {
      while (at < end && this.#canTake()) {
        const head = this.#heads.read(bytes, at, end);
        if (head === undefined) break;
        at = this.#begin(head, bytes, at + head.headBytes, end);
      }
    } finally {
      this.#taking = false;
    }
    return at;
  }

  #begin(head: RequestHead, bytes: Buffer, start: number, end: number): number {
    let at = start;
    let body: IncomingBody | undefined;
    if (typeof head.bodyLength === 'number' && head.bodyLength > 0 && head.bodyLength <= end - start) {
      at = start + head.bodyLength;
      body = IncomingBody.whole(bytes.subarray(start, at), this);
    } else if (head.bodyLength !== 0) {
      body = new IncomingBody(head.bodyLength, this);
      this.#body = body;
      this.#decoder = bodyDecoder(head.bodyLength);
      at = this.#readBody(bytes, start, end);
      this.#awaitsContinue = head.expectsContinue && at === start;
    }
    const exchange = new H1Exchange(this, head, body, this.#context.now());
    this.#exchange = exchange;
    this.#waiting = 'handler';
    this.#deadline.clear();
    this.#context.onExchange(exchange);
    body?.keep();
    return at;
  }

  #readBody(bytes: Buffer, start: number, end: number): number {
    const body = this.#body;
    const decoder = this.#decoder;
    if (body === undefined || decoder === undefined) return start;
    const at = decoder.decode(bytes, start, end, body);
    this.#bodyProgress += at - start;
    if (decoder.done) {
      this.#body = undefined;
      this.#decoder = undefined;
      body.end();
      if (this.#waiting === 'body') this.#waitForExchange();
    } else if (this.#waiting === 'body' && this.#bodyProgress >= BODY_PROGRESS_BYTES) {
      this.#waitForBody();
    }
    return at;
  }

  /** After everything that has come was used or kept: what is waited for now. */
  #settle(): void {
    if (this.#phase !== 'open') return;
    if (this.#exchange !== undefined) {
      if (this.#decoder !== undefined && this.#waiting === 'handler') this.#waitForBody();
      if (this.#carry.length > PIPELINED_BYTES) this.pause();
    } else if (this.#waiting !== 'client') {
      if (this.#carry.length === 0) this.#wait('request', this.#idleMs());
      else if (this.#waiting !== 'head') this.#wait('head', this.#context.limits.headTimeoutMs);
    }
  }

  /** A connection that has become free takes the next request: one that waits already, or one that comes. */
  #next(): void {
    this.#waiting = 'request';
    this.resume();
    try {
      if (this.#carry.length > 0 && this.#canTake()) this.#takeCarried();
      this.#settle();
    } catch (error) {
      this.#refuse(error);
    }
  }

  #idleMs(): number {
    const { keepAliveIdleMs, drainIdleMs } = this.#context.limits;
    return this.#context.draining ? drainIdleMs : keepAliveIdleMs;
  }

  #wait(what: Waiting, ms: number): void {
    this.#waiting = what;
    this.#deadline.set(ms);
  }

  #waitForBody(): void {
    this.#bodyProgress = 0;
    this.#wait('body', this.#context.limits.bodyTimeoutMs);
  }

  #waitForExchange(): void {
    if (this.#decoder !== undefined) {
      this.#waitForBody();
      return;
    }
    this.#waiting = 'handler';
    if (this.#halfClosed) this.#deadline.set(HALF_CLOSED_MS);
    else this.#deadline.clear();
  }

  #onClientEnd(): void {
    if (this.#exchange === undefined) {
      this.#leave();
    } else if (this.#decoder !== undefined) {
      this.#refuse(new MessageError('The body ended before its time.'));
    } else {
      // Most often the client has gone; one that has only closed its half may still be answered.
      this.#wait('handler', HALF_CLOSED_MS);
      this.#exchange.abort();
    }
  }

  /** Answers what cannot be read on, if there is nothing half answered, and closes. */
  #refuse(error: unknown): void {
    if (!(error instanceof MessageError)) throw error;
    const answerable = this.#exchange === undefined || this.#exchange.unanswered;
    if (this.#phase !== 'open') return;
    if (!answerable) {
      this.outlet.socket.destroy();
      return;
    }
    this.outlet.socket.write(refusal(error.status, this.dateLine()), 'latin1');
    this.#leave();
  }

  /** Sends what is left to send, and reads for a while what the client had on its way. */
  #leave(): void {
    this.#phase = 'leaving';
    this.#dropRequest();
    this.#carry.drop(this.#carry.length);
    this.#heads.drop();
    this.resume();
    this.#wait('leaving', this.#context.limits.writeTimeoutMs);
    const { socket } = this.outlet;
    if (this.#halfClosed) socket.destroySoon();
    else socket.end(() => this.#phase === 'leaving' && this.#deadline.set(LINGER_MS));
  }

  #dropRequest(): void {
    const body = this.#body;
    const exchange = this.#exchange;
    this.#body = undefined;
    this.#decoder = undefined;
    this.#exchange = undefined;
    body?.fail(new Error('The connection was closed before the body had ended.'));
    exchange?.lost();
  }
}
