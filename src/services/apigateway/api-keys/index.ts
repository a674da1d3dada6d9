/** API keys: create, read, change, delete, and import from a file (features A10.1). */
export { apiKeyHandlers } from './handlers.ts';
