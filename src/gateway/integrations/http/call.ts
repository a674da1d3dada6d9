import { BodyTooLargeError, UpstreamError, type UpstreamFailure } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../limits.ts';
import { type Abandoned, configurationError, type MethodOutcome } from '../../method/index.ts';

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

/** The same for whoever has nobody to throw a defect at: the client gets AWS's 500, the operator the stack. */
export function outcomeOf(error: unknown): MethodOutcome {
  try {
    return callFailure(error);
  } catch (defect) {
    const text = defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
    return configurationError(`A defect of the gateway: ${text}`);
  }
}
