/**
 * Conversions of payloads between text and binary, by an API's binary media types, the headers of a request, and
 * `contentHandling` (guide, "Content type conversions in API Gateway"). Pure functions.
 */
export { compileRequestConversion, compileResponseConversion, type PayloadConversion } from './compile.ts';
export { convert } from './convert.ts';
