/**
 * Which headers pass, are dropped or change their names on the way to an integration and back to the client (facts D13,
 * D31 to D35): AWS's tables, as data.
 */
export { backendHeaders } from './backend-headers.ts';
export { clientHeaders, type HeaderOrigin, proxiedHeaders } from './client-headers.ts';
export { eventHeaders } from './event-headers.ts';
export { FieldRules } from './field-rules.ts';
export { isSigV4 } from './sigv4.ts';
