import { BodyTooLargeError, UpstreamError, type UpstreamFailure, type UpstreamResponse } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../limits.ts';
import { type Abandoned, configurationError } from '../../method/index.ts';

/** What a call to a backend comes to when it gave no response. */
export type CallFailure = GatewayFailure | Abandoned;

/** AWS's answer to each way in which a backend can fail (fact D64, features A18). */
const NETWORK: GatewayFailure = {
  kind: 'failure',
  type: 'INTEGRATION_FAILURE',
  message: 'Network error communicating with endpoint',
  detail: 'Execution failed due to a network error communicating with endpoint',
};
const FAILURES: Readonly<Record<UpstreamFailure, CallFailure>> = {
  timeout: { kind: 'failure', type: 'INTEGRATION_TIMEOUT', detail: 'Execution failed due to a timeout error' },
  connect: NETWORK,
  tls: NETWORK,
  reset: NETWORK,
  protocol: NETWORK,
  aborted: { kind: 'abandoned' },
};

/**
 * Sends a request to a backend.
 * @returns the response, or why there is none
 */
export async function callBackend<Request>(
  connection: { send(request: Request, signal: AbortSignal): Promise<UpstreamResponse> },
  request: Request,
  signal: AbortSignal,
): Promise<{ readonly kind: 'answered'; readonly response: UpstreamResponse } | CallFailure> {
  try {
    return { kind: 'answered', response: await connection.send(request, signal) };
  } catch (error) {
    return callFailure(error);
  }
}

/**
 * Sorts what a call to a backend threw.
 * @throws the error itself when it is a defect of ours
 */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof BodyTooLargeError)
    return configurationError(`Integration response is larger than allowed maximum of ${MAX_PAYLOAD_BYTES} bytes.`);
  if (!(error instanceof UpstreamError)) throw error;
  const failure = FAILURES[error.failure];
  return failure.kind === 'failure' ? { ...failure, detail: `${failure.detail}: ${error.message}` } : failure;
}
