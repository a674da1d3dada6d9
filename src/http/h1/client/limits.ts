import { HEAD_LIMITS, type HeadLimits } from '../codec/index.ts';

/** What a client takes from backends. Times in milliseconds. */
export interface ClientLimits extends HeadLimits {
  /** From the first packet to a connection that can be used, TLS included. */
  readonly connectTimeoutMs: number;
  /** How long a response's body may stand still while it is wanted. */
  readonly bodyTimeoutMs: number;
  /** How long a connection is kept without a request, unless the backend says that it keeps it for less. */
  readonly idleMs: number;
  /** Connections to one origin. */
  readonly maxConnections: number;
  /** Requests that may wait for a connection to one origin; further ones fail at once. */
  readonly maxWaiting: number;
}

/**
 * The idle time is shorter than what servers commonly keep (Node's own 5 s), so that it is seldom the backend that closes;
 * the body may stand still for the longest idle time of a response stream on AWS (fact D71: 5 min).
 */
export const CLIENT_LIMITS: ClientLimits = {
  ...HEAD_LIMITS,
  connectTimeoutMs: 10_000,
  bodyTimeoutMs: 300_000,
  idleMs: 4_000,
  maxConnections: 1_024,
  maxWaiting: 4_096,
};

/** A connection is given up this long before the backend says that it will close it, but after half that time at most. */
export const IDLE_MARGIN_MS = 1_000;
