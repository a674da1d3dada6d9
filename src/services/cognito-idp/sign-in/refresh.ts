import { checkSecretHash, isClientSecret } from '../clients/index.ts';
import { type ClientOfPool, findUser } from '../documents/index.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import { continueSession, issueTokens, type TokenSet } from '../tokens/index.ts';
import type { SignInContext, Step, StepResult } from './context.ts';
import { requireParameter } from './parameters.ts';

/** `REFRESH_TOKEN_AUTH`. @throws {ServiceError} */
export async function refreshByFlow(context: SignInContext, { found, parameters, nowMs }: Step): Promise<StepResult> {
  const token = requireParameter(parameters, 'REFRESH_TOKEN');
  if (found.client.settings.RefreshTokenRotation?.Feature === 'ENABLED') {
    throw invalidParameter('Refresh token rotation is enabled for this client; call GetTokensFromRefreshToken.');
  }
  const AuthenticationResult = await refresh(context, found, token, nowMs, (username, sub) => {
    checkRefreshHash(found, [username, sub], parameters.SECRET_HASH);
  });
  return { ChallengeParameters: {}, AuthenticationResult };
}

/** `GetTokensFromRefreshToken`. @throws {ServiceError} */
export async function refreshWithSecret(
  context: SignInContext,
  found: ClientOfPool,
  token: string,
  secret: string | undefined,
  nowMs: number,
): Promise<TokenSet> {
  if (found.client.secret !== undefined && !isClientSecret(found.client, secret ?? '')) {
    throw notAuthorized(`Unable to verify client secret for client ${found.client.id}`);
  }
  return refresh(context, found, token, nowMs);
}

/**
 * Tokens for a refresh token.
 * @param check of whoever asks, before anything is given out
 * @throws {ServiceError}
 */
export async function refresh(
  context: SignInContext,
  found: ClientOfPool,
  token: string,
  nowMs: number,
  check: (username: string, sub: string) => void = () => undefined,
): Promise<TokenSet> {
  const open = await continueSession(context, found, token, nowMs);
  const user = await findUser(context.store, found.scope, found.pool, open.sub);
  if (user?.sub !== open.sub) throw notAuthorized('Invalid Refresh Token');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  check(user.username, user.sub);
  return issueTokens(context, found, user, open, nowMs);
}

/** Clients that were given an alias at sign-in know the user by his name or his `sub` from the tokens. */
function checkRefreshHash({ client }: ClientOfPool, names: readonly string[], given: string | undefined): void {
  const [first = '', second = ''] = names;
  try {
    checkSecretHash(client, first, given);
  } catch {
    checkSecretHash(client, second, given);
  }
}
