/**
 * The server side over `node:http`: the transport that speaks whatever Node speaks. It turns each request into an
 * `Exchange` and knows nothing of what answers it.
 */
export { CONTROL_LIMITS, type ServerLimits } from './limits.ts';
export { type Listener, type ListenOptions, listen } from './listen.ts';
