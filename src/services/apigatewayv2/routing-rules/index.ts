/** Routing rules: which stage of a REST API answers requests of what headers and base path (facts D151 to D153). */
export { routingRuleHandlers } from './handlers.ts';
