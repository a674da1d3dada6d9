/** Log groups: what they are called and how long their events are kept. */
export { createDeleteHandlers } from './create-delete.ts';
export { describeHandlers } from './describe.ts';
export { type LogGroup, requireGroup } from './document.ts';
export { retentionHandlers } from './retention.ts';
