/**
 * The engine's client side: for each backend a pool of connections that are used again, calls over them by callbacks, and
 * the `UpstreamClient` of promises on top.
 */
export { Call, type CallHandler, type CallRequest, type StartBody } from './call.ts';
export { H1Client, type H1ClientOptions } from './client.ts';
export { CLIENT_LIMITS, type ClientLimits } from './limits.ts';
export type { Origin } from './origin.ts';
export type { H1Response } from './response.ts';
