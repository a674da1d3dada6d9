/**
 * Integration and IntegrationResponse: what a method calls and how the result becomes its response (features A5, A6.8). They
 * are stored inside of their method.
 */
export { checkVpcLink } from './check-integration.ts';
export { checkIntegrationResponse } from './check-response.ts';
export { integrationHandlers } from './integration-handlers.ts';
export { integrationViolations, newIntegration } from './new-integration.ts';
export { integrationResponseHandlers } from './response-handlers.ts';
export { newIntegrationResponse } from './responses.ts';
