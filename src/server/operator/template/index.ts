/** Mapping templates, tried without a request. */
export { templateEndpoint } from './endpoint.ts';
