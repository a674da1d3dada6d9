/**
 * What a pool answers over plain HTTP: its keys and its configuration at its issuer, tokens for clients and for refresh tokens.
 * Pure answers to requests that were read; whoever listens is elsewhere.
 */
export { createPoolEndpoints, type PoolEndpoints } from './endpoints.ts';
export type { EndpointRequest } from './request.ts';
