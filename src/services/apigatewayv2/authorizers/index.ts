/** Authorizers of HTTP APIs: JWT and REQUEST (facts D97 to D101). */
export { authorizerHandlers } from './handlers.ts';
