/** Live Tail: what comes into log groups, as it comes. */
export { liveTailHandlers } from './live-tail-handlers.ts';
