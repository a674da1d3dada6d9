import type { GatewayResponse, GatewayResponseType } from '../../../model/index.ts';
import type { Out } from '../types.ts';
import { DEFAULT_STATUSES, DEFAULT_TEMPLATES } from './defaults.ts';

/**
 * A gateway response as AWS shows it (fact D82, recorded): what the API defines for the type; else what it defines for the
 * `DEFAULT_` type of its class, whose status stands in for the type's own; else what the type is by itself.
 * @param defined everything that the API defines itself
 */
export function renderGatewayResponse(
  responseType: GatewayResponseType,
  defined: readonly GatewayResponse[],
): Out<'getGatewayResponse'> {
  const find = (type: GatewayResponseType) => defined.find((response) => response.responseType === type);
  const own = find(responseType);
  const status = DEFAULT_STATUSES[responseType];
  const inherited = status && find(status.startsWith('4') ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const { statusCode = status, responseParameters, responseTemplates } = own ?? (inherited || untouched(responseType));
  return {
    responseType,
    ...(statusCode !== undefined && { statusCode }),
    responseParameters,
    responseTemplates,
    defaultResponse: own === undefined,
  };
}

/** What a type is before anybody defines it. */
export function untouched(responseType: GatewayResponseType): GatewayResponse {
  return { responseType, responseParameters: {}, responseTemplates: DEFAULT_TEMPLATES };
}
