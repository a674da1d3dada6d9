/**
 * HTTP/2 for clients, over `node:http2`: each stream becomes an `Exchange` in the words of HTTP/1.1. Loaded only by a
 * listener that speaks TLS; HTTP/2 without TLS is not offered, as no browser and no AWS SDK asks for it.
 */
export { type H2Connection, type H2Options, serveH2 } from './connection.ts';
export { H2_LIMITS, type H2Limits } from './limits.ts';
