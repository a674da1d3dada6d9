import type { ClientOfPool, PoolUser, UserCredentials } from '../documents/index.ts';
import { notAuthorized, passwordResetRequired, userNotConfirmed } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { issueTokens, requirePoolKeys, startSession } from '../tokens/index.ts';
import { type ChallengeState, sealState } from './challenge-session.ts';
import type { SignInContext, StepResult } from './context.ts';

/**
 * Lets somebody in who has shown that he knows the user's password, as far as the user's state admits him.
 * @throws {ServiceError}
 */
export async function admit(
  context: SignInContext,
  found: ClientOfPool,
  user: PoolUser,
  credentials: UserCredentials,
  nowMs: number,
): Promise<StepResult> {
  await context.attempts.succeeded(found.scope, found.pool, user);
  if (!user.enabled) throw notAuthorized('User is disabled.');
  switch (user.status) {
    case 'UNCONFIRMED':
      throw userNotConfirmed('User is not confirmed.');
    case 'RESET_REQUIRED':
      throw passwordResetRequired('Password reset required for the user');
    case 'FORCE_CHANGE_PASSWORD':
      if (credentials.expiresAtMs !== undefined && nowMs >= credentials.expiresAtMs) {
        throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
      }
      return askForNewPassword(context, found, user, nowMs);
    case 'CONFIRMED':
      return signIn(context, found, user, nowMs);
  }
}

/** Tokens for a new session. */
export async function signIn(
  context: SignInContext,
  found: ClientOfPool,
  user: PoolUser,
  nowMs: number,
): Promise<StepResult> {
  const session = await startSession(context, found, user, nowMs);
  return { ChallengeParameters: {}, AuthenticationResult: await issueTokens(context, found, user, session, nowMs) };
}

async function askForNewPassword(
  context: SignInContext,
  found: ClientOfPool,
  user: PoolUser,
  nowMs: number,
): Promise<StepResult> {
  const { scope, pool } = found;
  const keys = await requirePoolKeys(context.store, scope, pool.id);
  const state = newState(
    context,
    found,
    { challenge: 'NEW_PASSWORD_REQUIRED', username: user.username, isKnown: true },
    nowMs,
  );
  const absent = pool.schema.flatMap(({ Name = '', Required }) =>
    Required === true && Name !== 'sub' && !user.attributes[Name] ? [`userAttributes.${Name}`] : [],
  );
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: sealState(state, keys, context.ids),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(absent),
      userAttributes: JSON.stringify(user.attributes),
    },
  };
}

/** A challenge of now, good for as long as the client says. */
export function newState(
  { ids }: SignInContext,
  { client }: ClientOfPool,
  what: Pick<ChallengeState, 'challenge' | 'username' | 'isKnown' | 'srp'>,
  nowMs: number,
): ChallengeState {
  const minutes = client.settings.AuthSessionValidity ?? LIMITS.authSession.default;
  return { ...what, clientId: client.id, id: ids.uuid(), expiresAtMs: nowMs + minutes * 60_000 };
}
