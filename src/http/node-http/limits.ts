/** What a listener takes from its clients. */
export interface ServerLimits {
  /** Request line and header fields together; more is answered with 431. */
  readonly maxHeadBytes: number;
  /** From the first byte of a request to the last of its head; slower ones are answered with 408. */
  readonly headTimeoutMs: number;
  /** From the first byte of a request to the last of its body; 0 for no limit. Slower ones are answered with 408. */
  readonly requestTimeoutMs: number;
  /** How long a connection may stay open without a request. */
  readonly keepAliveIdleMs: number;
}

/**
 * The limits for control calls: heads of signed SDK calls are small, a presigned URL is not; clients of AWS keep connections
 * for seconds, and a console for a minute.
 */
export const CONTROL_LIMITS: ServerLimits = {
  maxHeadBytes: 65_536,
  headTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  keepAliveIdleMs: 65_000,
};

/** After a response that came before its request's body had ended: how long the rest of the body is read and dropped. */
export const LINGER_MS = 2_000;

/** How often a closing listener looks for connections that have become idle. */
export const DRAIN_POLL_MS = 20;
