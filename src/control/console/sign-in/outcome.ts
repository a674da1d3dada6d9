import type { CallerPolicies } from '../../../model/index.ts';
import type { Caller } from '../../../policy/index.ts';

/** A user with what he may do. */
export interface ConsoleUser {
  readonly caller: Caller;
  readonly policies: CallerPolicies;
}

/** Who says to be whom. */
export interface ConsoleAttempt {
  /** Twelve digits, or an account's alias. */
  readonly account: string;
  readonly userName: string;
  readonly password: string;
  /** The one that he wants from now on. */
  readonly newPassword?: string;
}

/** What came of it. */
export type ConsoleOutcome<User extends ConsoleUser> =
  /** @property user whose name it is, if anybody's; for the audit trail alone */
  | { readonly outcome: 'refused'; readonly user?: ConsoleUser }
  | { readonly outcome: 'locked'; readonly waitMs: number }
  | { readonly outcome: 'expired'; readonly user: ConsoleUser }
  | { readonly outcome: 'password reset required'; readonly user: ConsoleUser }
  | { readonly outcome: 'signed in'; readonly user: User };
