/**
 * What is asked about a caller (telemetry E.2.1): who signed the request (`authenticate`), what policies say (`authorize`), and
 * what the method's authorizer says (`authorizer`).
 */
export type AttemptKind = 'authenticate' | 'authorize' | 'authorizer';

/** How it went. */
export interface Attempt {
  readonly latencyMs: number;
  /** What the client gets for a failure, else 200. */
  readonly status: number;
  readonly error: string | undefined;
}
