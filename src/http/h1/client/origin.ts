import type { LookupFunction } from 'node:net';
import { UpstreamError } from '../../upstream.ts';
import { Deadline, type DeadlineWheel } from '../timers/index.ts';
import type { Address } from '../wire/index.ts';
import { abortedError, type Call, type CallPlace } from './call.ts';
import { ClientConnection, type ConnectionOwner } from './connection.ts';
import type { ClientLimits } from './limits.ts';

/** What all origins of one client share. */
export interface OriginContext {
  readonly lookup: LookupFunction;
  readonly limits: ClientLimits;
  readonly wheel: DeadlineWheel;
}

/**
 * The connections to one backend. A call goes over the connection that became idle last, so that the others may leave
 * when the load sinks; with none idle a new one is opened; with too many open it waits, first come first served.
 */
export class Origin implements ConnectionOwner, CallPlace {
  readonly address: Address;
  readonly lookup: LookupFunction;
  readonly limits: ClientLimits;
  readonly wheel: DeadlineWheel;
  readonly #idle: ClientConnection[] = [];
  readonly #connections = new Set<ClientConnection>();
  readonly #waiting = new Map<Call, Deadline>();
  #closed = false;

  constructor(address: Address, context: OriginContext) {
    this.address = address;
    this.lookup = context.lookup;
    this.limits = context.limits;
    this.wheel = context.wheel;
  }

  get connections(): number {
    return this.#connections.size;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Sends a call as soon as there is a connection for it. How it ends its handler is told, perhaps at once. */
  dispatch(call: Call): void {
    call.dueMs = this.wheel.clock.nowMs() + call.request.timeoutMs;
    const connection = this.#idle.pop();
    if (connection !== undefined) connection.take(call);
    else if (this.#closed) call.fail(new UpstreamError('connect', 'The client is closed.'));
    else if (this.#connections.size < this.limits.maxConnections) this.#connect(call);
    else this.#enqueue(call);
  }

  abort(call: Call): void {
    if (this.#dequeue(call)) call.fail(abortedError());
  }

  onIdle(connection: ClientConnection): void {
    const next = this.#nextWaiting();
    if (next !== undefined) connection.take(next);
    else this.#idle.push(connection);
  }

  onGone(connection: ClientConnection): void {
    this.#connections.delete(connection);
    const place = this.#idle.indexOf(connection);
    if (place !== -1) this.#idle.splice(place, 1);
    const next = this.#nextWaiting();
    if (next !== undefined) this.#connect(next);
  }

  onStale(call: Call): void {
    call.retried = true;
    // Others that were kept as long are as likely dead: the second attempt goes over a new connection.
    if (this.#connections.size < this.limits.maxConnections) this.#connect(call);
    else this.#enqueue(call);
  }

  /** Breaks everything off; further calls fail. */
  close(): void {
    this.#closed = true;
    for (const call of [...this.#waiting.keys()]) this.abort(call);
    for (const connection of [...this.#connections]) connection.close(abortedError());
  }

  #connect(call: Call): void {
    this.#connections.add(new ClientConnection(this, call));
  }

  #enqueue(call: Call): void {
    if (this.#waiting.size >= this.limits.maxWaiting) {
      call.fail(new UpstreamError('connect', 'Too many requests wait for a connection to this backend.'));
      return;
    }
    const onDeadline = (): void => {
      if (this.#dequeue(call)) call.fail(new UpstreamError('timeout', 'No connection became free in time.'));
    };
    const deadline = new Deadline(this.wheel, { onDeadline });
    deadline.set(call.dueMs - this.wheel.clock.nowMs());
    call.keepBody();
    call.place = this;
    this.#waiting.set(call, deadline);
  }

  #dequeue(call: Call): boolean {
    this.#waiting.get(call)?.remove();
    return this.#waiting.delete(call);
  }

  #nextWaiting(): Call | undefined {
    for (const call of this.#waiting.keys()) {
      this.#dequeue(call);
      return call;
    }
    return undefined;
  }
}
