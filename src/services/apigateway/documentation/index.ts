/**
 * DocumentationPart and DocumentationVersion: what is written about an API's entities, and frozen states of it for stages
 * and exports (features A16).
 */
export { newDocumentationPart } from './create-part.ts';
export { documentationPartHandlers } from './part-handlers.ts';
export { documentationVersionHandlers } from './version-handlers.ts';
