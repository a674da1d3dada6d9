/** Concurrency: what is reserved for a function, what is kept ready of its versions, and what the account has. */
export { accountHandlers } from './account-handlers.ts';
export { provisionedKind } from './provisioned-document.ts';
export { provisionedHandlers } from './provisioned-handlers.ts';
export { reservedHandlers } from './reserved-handlers.ts';
export { restoreConcurrency } from './restore.ts';
