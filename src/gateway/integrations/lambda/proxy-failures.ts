import type { InvocationRefusal } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { configurationError } from '../../method/index.ts';

/** What the client gets when the function could not be called (fact D59; recorded for a payload too large for Lambda). */
export function refusal(result: InvocationRefusal): GatewayFailure {
  if (result.reason === 'RequestTooLarge') return { kind: 'failure', type: 'FUNCTION_REQUEST_TOO_LARGE' };
  const cause =
    result.reason === 'AccessDenied'
      ? 'Invalid permissions on Lambda function'
      : `Lambda refused the invocation: ${result.reason}`;
  return configurationError(`${cause}. ${result.message}`);
}

/**
 * What the client gets when the function failed (fact D59), in the words of recorded logs, but for the id of the invocation,
 * which there is none of.
 */
export function functionFailed(errorMessage: string): GatewayFailure {
  return {
    ...badGateway(''),
    detail: `Lambda execution failed with status 200 due to customer function error: ${errorMessage}.`,
  };
}

/** The `errorMessage` of a function's error object; empty when it has none. */
export function errorMessageOf(payload: Uint8Array): string {
  try {
    const error: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    if (typeof error !== 'object' || error === null || !('errorMessage' in error)) return '';
    return typeof error.errorMessage === 'string' ? error.errorMessage : '';
  } catch (problem) {
    if (problem instanceof SyntaxError) return '';
    throw problem;
  }
}

/** What the client gets when the function answered in a form that is none (fact D59). */
export function badGateway(cause: string): GatewayFailure {
  return {
    kind: 'failure',
    type: 'INTEGRATION_FAILURE',
    status: 502,
    detail: `Execution failed due to configuration error: ${cause}`,
  };
}
