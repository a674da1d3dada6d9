/**
 * What a pool answers over plain HTTP: its keys and its configuration at its issuer, tokens for clients and for refresh tokens.
 * Pure answers to requests that were read; whoever listens is elsewhere.
 */
export { createAnswer } from './endpoints.ts';
export type { EndpointAnswer, EndpointRequest } from './request.ts';
