/** App clients: through what applications use a pool, and how one with a secret shows that it knows it. */
export { clientHandlers } from './handlers.ts';
export { checkSecretHash, isClientSecret } from './secret-hash.ts';
