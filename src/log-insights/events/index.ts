/** Log events as queries see them: system fields, and those that are discovered in messages. */
export { discoveredFields } from './discover.ts';
export { EventFields, fieldReader, type QueryEvent } from './event.ts';
export { followDotted } from './json-fields.ts';
