/**
 * What AWS calls `$context`: everything that is known of one request beside what the client sent. Parameter mappings and
 * proxy events read it; mapping templates, authorizers and access logs will read the same.
 */
export { extendedRequestId, requestIdOf } from './ids.ts';
export { RequestContext, type StageFacts } from './request-context.ts';
export { type ContextReader, contextVariable } from './variables.ts';
