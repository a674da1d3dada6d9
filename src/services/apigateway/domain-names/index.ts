/** Custom domain names: edge-optimized, regional and private; their certificates, policies and truststores (features A11). */
export { domainNameHandlers } from './handlers.ts';
export { createDomainNames, type DomainNames, type DomainNamesContext } from './registry.ts';
export { ENDPOINT_ACCESS_MODES, SECURITY_POLICIES } from './security-policy.ts';
