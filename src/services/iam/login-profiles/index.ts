/**
 * Passwords of users, what the account asks of them, and signing in by them (IAM user guide, "User passwords in AWS"). What is kept
 * is a hash, sealed.
 */
export { loginProfileHandlers } from './handlers.ts';
export { passwordPolicyHandlers } from './policy-handlers.ts';
export { type ConsoleUsers, createConsoleUsers, type SignedInUser } from './sign-in.ts';
