/** Access keys of users (IAM user guide, "Managing access keys for IAM users"). */
export { accessKeyHandlers } from './handlers.ts';
export type { KeyUses } from './key-uses.ts';
