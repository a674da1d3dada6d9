/** Roles: identities that others assume (IAM user guide, "IAM roles"). */
export { roleHandlers } from './handlers.ts';
export { renderRoleInFull } from './render.ts';
