/**
 * ImportRestApi, PutRestApi, ImportDocumentationParts: an OpenAPI file becomes the documents that single operations would have
 * written, through their own checks and in one transaction (features A7, A16.3). What a file says is read in `src/openapi`.
 */
export { importHandlers } from './handlers.ts';
export { readBody } from './read-body.ts';
