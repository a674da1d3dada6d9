/** Filter patterns in braces, for events that are JSON. */
export { compileJson, type JsonConditions } from './compile-json.ts';
export { firstValue, readSelector, type Selector } from './selector.ts';
