/**
 * The engine's server side: connections whose requests become exchanges, read and answered in order, each bounded in time
 * and memory.
 */
export { H1Exchange } from './exchange.ts';
export { SERVER_LIMITS, type ServerLimits } from './limits.ts';
export { type H1Listener, type H1ListenOptions, listenH1 } from './listen.ts';
export { H1Server, type H1ServerOptions } from './server.ts';
export type { UpgradedStream } from './upgraded.ts';
