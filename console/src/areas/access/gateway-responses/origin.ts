import type { GatewayResponse } from './use-gateway-responses.ts';

/** Responses of the server's fault by their own status (guide, "Gateway response types"); all others stand below DEFAULT_4XX. */
const SERVER_FAULTS = new Set([
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
]);

export type Origin = 'own' | 'DEFAULT_4XX' | 'DEFAULT_5XX' | 'builtIn';

/** What says how a response looks: the API, one of its two defaults that the API defines, or nobody. */
export function originOf(
  { responseType = '', defaultResponse }: GatewayResponse,
  all: readonly GatewayResponse[],
): Origin {
  if (!defaultResponse) return 'own';
  const fallback = SERVER_FAULTS.has(responseType) ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
  const isDefined = all.some((other) => other.responseType === fallback && !other.defaultResponse);
  return isDefined ? fallback : 'builtIn';
}
