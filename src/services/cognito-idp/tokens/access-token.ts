import type { Scope } from '../../../model/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  type ClientOfPool,
  documentId,
  findUser,
  installation,
  type PoolUser,
  poolPlaces,
  requireClient,
  sessions,
} from '../documents/index.ts';
import { missing, notAuthorized } from '../errors.ts';
import { SELF_SERVICE_SCOPE } from './claims.ts';
import { type Claims, peekJwt, readJwt } from './jwt.ts';
import { accessKey, requirePoolKeys } from './pool-keys.ts';

/** Somebody who has shown an access token. */
export interface TokenHolder extends ClientOfPool {
  readonly user: PoolUser;
  readonly claims: Claims;
  readonly scopes: readonly string[];
}

/**
 * Finds out whose access token it is. It must have been signed by the pool that it names, be of now and not be revoked.
 * @param wanted a scope that it must have; that of the API's self-service unless told
 * @throws {ServiceError} `NotAuthorizedException`, `UserNotFoundException`
 */
export async function requireHolder(
  context: CognitoContext,
  token: string,
  nowMs: number,
  wanted = SELF_SERVICE_SCOPE,
): Promise<TokenHolder> {
  const { scope, poolId, claims } = await verify(context, token);
  const { exp, client_id: clientId, username, scope: granted, origin_jti: originJti, sub, iat } = claims;
  if (typeof exp !== 'number' || exp * 1000 <= nowMs) throw notAuthorized('Access Token has expired');
  // A client's own token is nobody's.
  if (typeof clientId !== 'string' || typeof username !== 'string' || typeof sub !== 'string') throw invalid();
  const scopes = typeof granted === 'string' ? granted.split(' ') : [];
  if (!scopes.includes(wanted)) throw notAuthorized('Access Token does not have required scopes');
  const found = await requireClient(context.store, scope, poolId, clientId);
  const user = await findUser(context.store, scope, found.pool, username);
  if (user?.sub !== sub) throw missing.user();
  if (!user.enabled) throw notAuthorized('User is disabled.');
  const isRevoked =
    typeof originJti === 'string'
      ? (await context.store.get(sessions, scope, documentId(poolId, sub, originJti))) === undefined
      : (user.signedOutAtMs ?? 0) >= Number(iat) * 1000;
  if (isRevoked) throw notAuthorized('Access Token has been revoked');
  return { ...found, user, claims, scopes };
}

async function verify(
  { store, issuerOf }: CognitoContext,
  token: string,
): Promise<{ readonly scope: Scope; readonly poolId: string; readonly claims: Claims }> {
  const { iss } = peekJwt(token) ?? {};
  const poolId = typeof iss === 'string' ? iss.slice(iss.lastIndexOf('/') + 1) : '';
  const place = (await store.get(poolPlaces, installation, documentId(poolId)))?.value;
  if (place === undefined || issuerOf(place.scope, poolId) !== iss) throw invalid();
  const keys = await requirePoolKeys(store, place.scope, poolId);
  const claims = readJwt(token, (kid) => accessKey(keys, kid));
  if (claims?.token_use !== 'access') throw invalid();
  return { scope: place.scope, poolId, claims };
}

const invalid = () => notAuthorized('Invalid Access Token');
