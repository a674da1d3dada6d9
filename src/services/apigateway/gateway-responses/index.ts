/**
 * GatewayResponse: how an API words the answers that the gateway gives in its own name (features A2.8, A18, facts D82 to
 * D85). Only what an API defines is stored; the rest is worked out when somebody asks.
 */
export { newGatewayResponse } from './create.ts';
export { gatewayResponseHandlers } from './handlers.ts';
