/** What differs between two states of an API, found in their OpenAPI exports and told in words. */
export { type ApiChange, apiChanges, type ValueChange } from './changes.ts';
export { printChanges } from './print.ts';
