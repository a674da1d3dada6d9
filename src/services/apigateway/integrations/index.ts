/**
 * Integration and IntegrationResponse: what a method calls and how the result becomes its response (features A5, A6.8). They
 * are stored inside of their method.
 */
export { integrationHandlers } from './integration-handlers.ts';
export { integrationResponseHandlers } from './response-handlers.ts';
