/**
 * The answers that the gateway gives in its own name (AWS: gateway responses): one table of types with AWS's statuses,
 * texts and `x-amzn-ErrorType`s, and their rendering; and what an API
 * makes of them (its gateway responses).
 */
export { compileGatewayResponses, type FailureWording } from './compile.ts';
export { type GatewayFailure, type RenderedFailure, renderFailure } from './render.ts';
export type { GatewayResponseType } from './table.ts';
