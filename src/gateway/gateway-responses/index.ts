/**
 * The answers that the gateway gives in its own name (AWS: gateway responses): one table of types with AWS's statuses,
 * texts and `x-amzn-ErrorType`s, and their rendering.
 */
export { type GatewayFailure, renderFailure } from './render.ts';
export type { GatewayResponseType } from './table.ts';
