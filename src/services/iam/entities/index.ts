/** What users, groups and roles have in common: policies inside of them, policies attached to them, boundaries, tags. */
export { attachedPolicies } from './attached-policies.ts';
export { principalSettings } from './boundary.ts';
export { refuseDeletion } from './deletion.ts';
export { inlinePolicies } from './inline-policies.ts';
export type { EntityRoom } from './room.ts';
