/** How many connections a client keeps, and for how long. */
export interface ClientLimits {
  /** Connections to one backend at the same time; further requests wait for one (their time limit runs meanwhile). */
  readonly maxConnectionsPerOrigin: number;
  /** Of these, how many stay open without a request. */
  readonly maxIdlePerOrigin: number;
  /** Until an idle connection is closed. Shorter than what servers commonly keep, so that the server rarely goes first. */
  readonly idleMs: number;
  /** For name lookup, TCP and TLS together. */
  readonly connectTimeoutMs: number;
  /** A response's status line and header fields together. */
  readonly maxHeadBytes: number;
}

/** Node's own servers close an idle connection after 5 s; the rest is sized for one worker. */
export const UPSTREAM_LIMITS: ClientLimits = {
  maxConnectionsPerOrigin: 1_024,
  maxIdlePerOrigin: 256,
  idleMs: 4_000,
  connectTimeoutMs: 10_000,
  maxHeadBytes: 65_536,
};
