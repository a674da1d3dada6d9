import { HEAD_LIMITS, type HeadLimits } from '../codec/index.ts';

/** What a server takes from its clients. Times in milliseconds. */
export interface ServerLimits extends HeadLimits {
  /** From a request's first byte to its head's last; slower ones are answered with 408. */
  readonly headTimeoutMs: number;
  /** How long a body may stand still while it is wanted; a slower one is answered with 408. */
  readonly bodyTimeoutMs: number;
  /** How long a client may take nothing of what is sent to it. */
  readonly writeTimeoutMs: number;
  /** How long a connection may stay open without a request. */
  readonly keepAliveIdleMs: number;
  /** How long a connection must have been idle for a closing server to close it at once; else it may send one more request. */
  readonly drainIdleMs: number;
}

/** The limits for API traffic; the idle time is AWS's (features A17: 310 s), the others are nginx's order of magnitude. */
export const SERVER_LIMITS: ServerLimits = {
  ...HEAD_LIMITS,
  headTimeoutMs: 10_000,
  bodyTimeoutMs: 30_000,
  writeTimeoutMs: 60_000,
  keepAliveIdleMs: 310_000,
  drainIdleMs: 1_000,
};

/** A body stands still unless this much comes within `bodyTimeoutMs`: a byte now and then is no progress. */
export const BODY_PROGRESS_BYTES = 1_024;

/** After the last response: how long what the client still sends is dropped, so that no reset eats the response. */
export const LINGER_MS = 2_000;

/** Bytes of further requests that may wait while one is being answered; the client is not read on beyond them. */
export const PIPELINED_BYTES = 65_536;

/** A client that has gone half (it sends no more) may wait this long for its response: beyond AWS's 29 s. */
export const HALF_CLOSED_MS = 35_000;
