/** Custom domain names: edge-optimized, regional and private; their certificates, policies and truststores (features A11). */
export { domainNameHandlers } from './handlers.ts';
