/** Domain names as version 2 of the API shows them: the same documents that version 1 knows (features A11). */
export { domainNameHandlers } from './handlers.ts';
