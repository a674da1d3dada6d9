/** Throttles as they stand in this moment. */
export { type LimitsOptions, limitsEndpoint } from './endpoint.ts';
