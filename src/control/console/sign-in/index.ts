/**
 * `POST /_sallyport/console/sign-in`: a user's name and password for temporary credentials of his. Whoever has them signs calls
 * as anybody does: there are no cookies, so no other page can use a browser's sign-in.
 */
export type { ConsoleAttempt, ConsoleOutcome, ConsoleUser } from './outcome.ts';
export { createSignIn, type SignInOptions } from './sign-in.ts';
