import type { CognitoContext } from '../context.ts';
import type { ClientOfPool } from '../documents/index.ts';
import type { Passwords } from '../passwords/index.ts';
import type { TokenSet } from '../tokens/index.ts';
import type { Attempts } from './attempts.ts';
import type { UsedStates } from './challenge-session.ts';

/** What signing in works with. */
export interface SignInContext extends CognitoContext {
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly used: UsedStates;
}

export type Parameters = Readonly<Record<string, string>>;

/** One step of a sign-in: through which client, with what, when. */
export interface Step {
  readonly found: ClientOfPool;
  readonly parameters: Parameters;
  readonly nowMs: number;
}

/** What a step comes to: tokens, or one more challenge. */
export interface StepResult {
  readonly AuthenticationResult?: TokenSet;
  readonly ChallengeName?: 'PASSWORD_VERIFIER' | 'NEW_PASSWORD_REQUIRED';
  readonly Session?: string;
  readonly ChallengeParameters: Parameters;
}
