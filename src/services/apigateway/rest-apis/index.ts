/**
 * RestApi: the API itself, without what is inside of it. Creating one makes its root resource, deleting one takes everything
 * inside along (features A1.4, A1.15).
 */
export { createRestApi } from './create.ts';
export { checkEndpoint } from './endpoint.ts';
export { restApiHandlers } from './handlers.ts';
export { patchRestApi } from './patches.ts';
export { renderRestApi, renderTaggedRestApi } from './render.ts';
export { checkSecurityPolicy } from './security-policy.ts';
