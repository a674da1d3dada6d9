import type { Reader, Transaction } from '../../../store/index.ts';
import type { IamContext } from '../context.ts';
import { accountAliases, globalScope, type LoginProfileDocument, loginProfiles, nameId } from '../documents/index.ts';
import { accessDenied, noSuchEntity, passwordPolicyViolation } from '../errors.ts';
import { findPasswordPolicy, getUser } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import { checkPassword } from './check-password.ts';

/** @throws {ServiceError} `NoSuchEntity`, also where there is no such user */
export async function getProfile(reader: Reader, accountId: string, userName: string): Promise<LoginProfileDocument> {
  const { name } = await getUser(reader, accountId, userName);
  const profile = await reader.get(loginProfiles, globalScope(accountId), nameId(userName));
  if (profile === undefined) throw noSuchEntity(`Login Profile for User ${name} cannot be found.`);
  return profile.value;
}

export function putProfile(tx: Transaction, accountId: string, profile: LoginProfileDocument): Promise<void> {
  return tx.put(loginProfiles, globalScope(accountId), nameId(profile.userName), profile);
}

/**
 * The hash of a new password that the account takes.
 * @throws {ServiceError} `PasswordPolicyViolation`, `ValidationError`
 */
export async function acceptPassword(context: IamContext, accountId: string, password: string): Promise<string> {
  const policy = await findPasswordPolicy(context.store, accountId);
  const alias = (await context.store.get(accountAliases, globalScope(accountId), 'alias'))?.value;
  checkPassword(password, policy, alias);
  return context.hasher.hash(password);
}

/**
 * Gives a user the password that he chose: none of those that he had of late (API reference, `PasswordReusePrevention`).
 * @param profile as it was when he proved that he knows the old one
 * @throws {ServiceError} `PasswordPolicyViolation`, `ValidationError`, and `AccessDenied` when he has another one by now
 */
export async function changeOwnPassword(
  context: IamContext,
  accountId: string,
  profile: LoginProfileDocument,
  password: string,
  nowMs: number,
): Promise<void> {
  const hash = await acceptPassword(context, accountId, password);
  const policy = await findPasswordPolicy(context.store, accountId);
  const recent = [profile.hash, ...profile.previousHashes].slice(0, policy?.reusePrevention ?? 0);
  for (const before of recent) if (await context.hasher.matches(password, before)) throw passwordPolicyViolation();
  await context.change(async (tx) => {
    const now = await getProfile(tx, accountId, profile.userName);
    if (now.hash !== profile.hash) throw wrongOldPassword();
    await putProfile(tx, accountId, { ...withPassword(now, hash, nowMs), passwordResetRequired: false });
  });
}

export function wrongOldPassword() {
  return accessDenied('The old password was incorrect.');
}

export function withPassword(profile: LoginProfileDocument, hash: string, nowMs: number): LoginProfileDocument {
  const most = IAM_LIMITS.passwordPolicy.passwordReusePrevention.most;
  const previousHashes = [profile.hash, ...profile.previousHashes].slice(0, most - 1);
  return { ...profile, hash, previousHashes, changedAtMs: nowMs };
}
