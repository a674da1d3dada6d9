/** Live Tail: what comes into log groups, as it comes. */
export { liveTailHandlers } from './live-tail-handlers.ts';
export { TailSessions } from './tail-sessions.ts';
