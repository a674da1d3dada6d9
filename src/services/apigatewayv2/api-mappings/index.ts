/** API mappings: which API and stage answer below which path of a domain name (facts D149, D154; features A11.1). */
export { refuseMixedApis } from './check.ts';
export { apiMappingHandlers } from './handlers.ts';
