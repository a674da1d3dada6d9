/** Signing in: the flows, the challenges between their steps, how often somebody may guess, and refreshing what was given. */
export { type Attempts, createAttempts } from './attempts.ts';
export { wrongPassword } from './by-password.ts';
export { UsedStates } from './challenge-session.ts';
export type { SignInContext } from './context.ts';
export { signInHandlers } from './handlers.ts';
export { refresh } from './refresh.ts';
