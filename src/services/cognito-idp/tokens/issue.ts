import type { CognitoContext } from '../context.ts';
import {
  below,
  type ClientOfPool,
  documentId,
  type PoolGroup,
  type PoolUser,
  poolGroups,
  userGroups,
  userKey,
} from '../documents/index.ts';
import { accessClaims, clientClaims, idClaims } from './claims.ts';
import { signJwt } from './jwt.ts';
import { currentKey } from './pool-keys.ts';
import type { OpenSession } from './sessions.ts';
import { validityOf } from './validity.ts';

/** What a sign-in answers with, by the names of the API. */
export interface TokenSet {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  /** Seconds. */
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

/** The tokens of a user's session. */
export async function issueTokens(
  context: CognitoContext,
  { scope, pool, client }: ClientOfPool,
  user: PoolUser,
  { originJti, session, refreshToken }: OpenSession,
  nowMs: number,
): Promise<TokenSet> {
  const { ids, issuerOf } = context;
  const isRevocable = client.settings.EnableTokenRevocation !== false;
  const issuedAt = Math.floor(nowMs / 1000);
  const { accessSeconds, idSeconds } = validityOf(client.settings);
  const terms = {
    issuer: issuerOf(scope, pool.id),
    client,
    user,
    groups: await groupsOf(context, { scope, pool }, user),
    eventId: ids.uuid(),
    authTime: session.authTime,
    issuedAt,
    ...(isRevocable && { originJti }),
  };
  const jti = () => (isRevocable ? { jti: ids.uuid() } : {});
  const [idKey, accessKey] = [
    await currentKey(context, scope, pool.id, 'id', nowMs),
    await currentKey(context, scope, pool.id, 'access', nowMs),
  ];
  const [IdToken, AccessToken] = await Promise.all([
    signJwt(idClaims({ ...terms, ...jti(), expiresAt: issuedAt + idSeconds }), idKey),
    signJwt(accessClaims({ ...terms, ...jti(), expiresAt: issuedAt + accessSeconds }), accessKey),
  ]);
  return {
    AccessToken,
    IdToken,
    ...(refreshToken !== undefined && { RefreshToken: refreshToken }),
    ExpiresIn: accessSeconds,
    TokenType: 'Bearer',
  };
}

/** The token of a client that acts for itself. */
export async function issueClientToken(
  context: CognitoContext,
  { scope, pool, client }: ClientOfPool,
  granted: string,
  nowMs: number,
): Promise<{ readonly token: string; readonly expiresIn: number }> {
  const { accessSeconds } = validityOf(client.settings);
  const issuedAt = Math.floor(nowMs / 1000);
  const claims = clientClaims(client, {
    issuer: context.issuerOf(scope, pool.id),
    scope: granted,
    jti: context.ids.uuid(),
    issuedAt,
    expiresAt: issuedAt + accessSeconds,
  });
  const token = await signJwt(claims, await currentKey(context, scope, pool.id, 'access', nowMs));
  return { token, expiresIn: accessSeconds };
}

/** A user's groups: those with the lowest precedence first, those without any last (API reference, `CreateGroup`). */
async function groupsOf(
  { store }: CognitoContext,
  { scope, pool }: Pick<ClientOfPool, 'scope' | 'pool'>,
  user: PoolUser,
): Promise<readonly PoolGroup[]> {
  const prefix = below(pool.id, userKey(pool, user.username));
  const names = (await store.list(userGroups, scope, { prefix })).map(({ value }) => value);
  const found = await Promise.all(names.map((name) => store.get(poolGroups, scope, documentId(pool.id, name))));
  const precedence = (group: PoolGroup) => group.precedence ?? Number.POSITIVE_INFINITY;
  return found
    .flatMap((group) => (group ? [group.value] : []))
    .sort((a, b) => (precedence(a) === precedence(b) ? 0 : precedence(a) - precedence(b)));
}
