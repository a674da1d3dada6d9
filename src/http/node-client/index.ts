/**
 * The client side over `node:http` and `node:https`: a pool of connections to backends, and every way in which a backend
 * can fail to answer sorted into a few reasons.
 */
export { createNodeClient } from './client.ts';
export { type ClientLimits, UPSTREAM_LIMITS } from './limits.ts';
