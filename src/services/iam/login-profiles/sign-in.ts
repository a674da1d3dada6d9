import type { IamContext } from '../context.ts';
import type { IdentityDirectory, UserFacts } from '../directory/index.ts';
import {
  accountAliases,
  globalScope,
  type LoginProfileDocument,
  loginProfiles,
  nameId,
  type PasswordPolicyDocument,
  users,
} from '../documents/index.ts';
import { findPasswordPolicy, getUser } from '../find.ts';
import { guessedName } from './guessed-name.ts';
import { changeOwnPassword } from './profiles.ts';

const DAY_MS = 86_400_000;

/** Who says to be whom. */
export interface SignIn {
  /** Twelve digits, or an account's alias. */
  readonly account: string;
  readonly userName: string;
  readonly password: string;
  /** The one that he wants from now on. */
  readonly newPassword?: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Rejects when this user may not change his own password. */
  permitChange(user: UserFacts): Promise<void>;
}

export type SignedInUser = UserFacts & Required<Pick<UserFacts, 'loginProfileId'>>;

export type SignInOutcome =
  /** Nobody has this name and this password: which of them is wrong is not to be told. */
  | { readonly outcome: 'refused'; readonly user?: UserFacts }
  /** Too many wrong passwords. */
  | { readonly outcome: 'locked'; readonly waitMs: number }
  /** The right password, which is too old, and must be changed by somebody else. */
  | { readonly outcome: 'expired'; readonly user: UserFacts }
  /** The right password, which has to be changed first. */
  | { readonly outcome: 'password reset required'; readonly user: UserFacts }
  | { readonly outcome: 'signed in'; readonly user: SignedInUser };

/** Users who have passwords. */
export interface ConsoleUsers {
  /**
   * Takes as long for a name that nobody has, and counts wrong passwords for it, too.
   * @throws {ServiceError} `PasswordPolicyViolation`, `ValidationError` of the new password, `Throttling`, and what `permitChange` throws
   */
  signIn(attempt: SignIn): Promise<SignInOutcome>;
}

export function createConsoleUsers(
  context: IamContext,
  directory: Pick<IdentityDirectory, 'findUser'>,
  accountIds: readonly string[],
): ConsoleUsers {
  const { store, hasher, failures } = context;

  async function accountOf(account: string): Promise<string | undefined> {
    if (accountIds.includes(account)) return account;
    for (const accountId of accountIds) {
      const alias = await store.get(accountAliases, globalScope(accountId), 'alias');
      if (alias?.value === account) return accountId;
    }
    return undefined;
  }

  async function profileOf(accountId: string | undefined, userName: string): Promise<LoginProfileDocument | undefined> {
    if (accountId === undefined) return undefined;
    return (await store.get(loginProfiles, globalScope(accountId), nameId(userName)))?.value;
  }

  return {
    async signIn({ account, userName, password, newPassword, nowMs, permitChange }) {
      const accountId = await accountOf(account);
      const guessed = guessedName(accountId ?? account, userName);
      const waitMs = failures.begin(guessed, nowMs);
      if (waitMs > 0) return { outcome: 'locked', waitMs };
      const profile = await profileOf(accountId, userName);
      const isRight = await hasher.matches(password, profile?.hash);
      const user = accountId === undefined ? undefined : await directory.findUser(accountId, userName);
      if (!isRight || accountId === undefined || profile === undefined || user?.loginProfileId !== profile.id) {
        return { outcome: 'refused', ...(user && { user }) };
      }
      failures.succeeded(guessed);

      const policy = await findPasswordPolicy(store, accountId);
      const isExpired = isTooOld(profile, policy, nowMs);
      if (isExpired && policy?.hardExpiry === true) return { outcome: 'expired', user };
      if (newPassword !== undefined) {
        await permitChange(user);
        await changeOwnPassword(context, accountId, profile, newPassword, nowMs);
      } else if (isExpired || profile.passwordResetRequired) return { outcome: 'password reset required', user };

      await store.transact(async (tx) => {
        const found = await getUser(tx, accountId, userName);
        await tx.put(users, globalScope(accountId), nameId(userName), { ...found, passwordLastUsedAtMs: nowMs });
      });
      return { outcome: 'signed in', user: { ...user, loginProfileId: profile.id } };
    },
  };
}

function isTooOld(
  { changedAtMs }: LoginProfileDocument,
  policy: PasswordPolicyDocument | undefined,
  nowMs: number,
): boolean {
  return policy?.maxAge !== undefined && nowMs - changedAtMs >= policy.maxAge * DAY_MS;
}
