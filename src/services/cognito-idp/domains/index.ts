/** Domains: by which name a pool's OAuth endpoints answer. */
export { domainHandlers } from './handlers.ts';
