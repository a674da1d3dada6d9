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

/** What the client gets when the function failed, or answered in a form that is none (fact D59). */
export function badGateway(cause: string): GatewayFailure {
  return {
    kind: 'failure',
    type: 'INTEGRATION_FAILURE',
    status: 502,
    detail: `Execution failed due to configuration error: ${cause}`,
  };
}
