/** What users do with themselves, who show by an access token that they are signed in. */
export { selfHandlers } from './handlers.ts';
