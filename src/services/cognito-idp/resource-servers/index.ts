/** Resource servers: whose scopes the clients of a pool can ask for. */
export { resourceServerHandlers } from './handlers.ts';
export { customScopes } from './scopes.ts';
