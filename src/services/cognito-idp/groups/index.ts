/** Groups: who is in which, and what tokens say of it. */
export { groupHandlers } from './handlers.ts';
export { membershipHandlers } from './membership-handlers.ts';
