/**
 * JSON Schema, draft 4, as API Gateway's models use it: a schema is checked when it is stored and compiled into functions when
 * it is deployed. Failures are worded like AWS's, whose validator is the Java library json-schema-validator. Documents come
 * from clients, so a validation counts its steps and its patterns run on an engine that counts, too (decision 0018).
 */
export { checkSchema, type SchemaProblems, type SchemaReference } from './check-schema.ts';
export { compileJsonSchema, type Validate } from './compile.ts';
export { flattenSchema } from './flatten.ts';
export { isObject, type JsonObject } from './json.ts';
export { JSON_SCHEMA_LIMITS } from './limits.ts';
export { followReference, type ResolveUrl, resolvePointer, SchemaReferenceError } from './reference.ts';
