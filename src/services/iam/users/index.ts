/** Users: people and programs with credentials of their own (IAM user guide, "IAM users"). */
export { userHandlers } from './handlers.ts';
export { renderUser, renderUserInFull } from './render.ts';
export { userNameOf } from './self.ts';
