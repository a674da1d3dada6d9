import type { BodySource, FieldLines } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';

/** The method's answer, complete but for the ids that every answer carries. */
export interface MethodResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: readonly string[] | FieldLines;
  readonly body: Uint8Array | BodySource;
  /** The body goes out piece by piece as it comes: nothing may wait for the whole of it (fact D71). */
  readonly streamed?: true;
}

/** The client went away; nobody is left to answer. */
export interface Abandoned {
  readonly kind: 'abandoned';
}

/** How a request ends. */
export type MethodOutcome = MethodResponse | GatewayFailure | Abandoned;

export type MaybePromise<T> = T | Promise<T>;

/** The integration has taken the request over and will call its `complete`. */
export const PENDING = { kind: 'pending' } as const;

/** A failure of the method's configuration: 500, with the reason for the operator. */
export function configurationError(detail: string): GatewayFailure {
  return {
    kind: 'failure',
    type: 'API_CONFIGURATION_ERROR',
    detail: `Execution failed due to configuration error: ${detail}`,
  };
}
