/**
 * What AWS calls `$context`: everything that is known of one request beside what the client sent. Parameter mappings and
 * proxy events, mapping templates, authorizers and access logs read it.
 */
export type { AttemptKind } from './attempt.ts';
export type { AuthorizerFacts, CallerFacts } from './caller.ts';
export { extended } from './extended.ts';
export { IdSource } from './ids.ts';
export type { FillRandom } from './random-text.ts';
export { RequestContext, type StageRuntime } from './request-context.ts';
export type { StageFacts } from './stage-facts.ts';
export { TracedIdSource } from './traced-id-source.ts';
export { UnaddressedRequest } from './unaddressed-request.ts';
export { authorizerValues, CONTEXT_VARIABLES, type ContextReader, contextVariable } from './variables.ts';
