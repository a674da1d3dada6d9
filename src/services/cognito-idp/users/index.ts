/** Users: how they come, what is known of them, and what administrators do with them. */
export { adminUserHandlers } from './admin-handlers.ts';
export {
  checkMutable,
  checkRequired,
  checkWritable,
  mergeAttributes,
  readAttributes,
  withoutAttributes,
} from './attributes.ts';
export { changeUser, endSessions } from './change-user.ts';
export { createUserHandler } from './create-user.ts';
export { forgottenPasswordHandlers } from './forgotten-password.ts';
export { addressKind } from './names.ts';
export { renderGotUser, renderUser } from './render.ts';
export { signUpHandlers } from './sign-up.ts';
export { hidesUsers } from './unknown-users.ts';
