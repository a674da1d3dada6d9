/** Base path mappings: which API and stage answer below which path of a custom domain name (features A11.1, A11.2). */
export { basePathMappingHandlers } from './handlers.ts';
