import { createHash, timingSafeEqual } from 'node:crypto';
import type { CognitoContext } from '../context.ts';
import { below, type ClientOfPool, documentId, type PoolUser, type Session, sessions } from '../documents/index.ts';
import { notAuthorized, refreshTokenReuse } from '../errors.ts';
import { validityOf } from './validity.ts';

/** A session with what its user carries of it. */
export interface OpenSession {
  readonly originJti: string;
  readonly session: Session;
  /** Absent where it stays as it was. */
  readonly refreshToken?: string;
}

const UUID_BYTES = 16;
const SECRET_BYTES = 32;

/** Begins what a sign-in gives. What has expired of the user's sessions goes. */
export async function startSession(
  { store, ids }: CognitoContext,
  { scope, pool, client }: ClientOfPool,
  user: PoolUser,
  nowMs: number,
): Promise<OpenSession> {
  const originJti = ids.uuid();
  const refreshToken = newRefreshToken(user.sub, originJti, ids.bytes(SECRET_BYTES));
  const session: Session = {
    clientId: client.id,
    authTime: Math.floor(nowMs / 1000),
    tokenHash: hashOf(refreshToken),
    expiresAtMs: nowMs + validityOf(client.settings).refreshSeconds * 1000,
  };
  await store.transact(async (tx) => {
    for (const { id, value } of await tx.list(sessions, scope, { prefix: below(pool.id, user.sub) })) {
      if (value.expiresAtMs <= nowMs) await tx.delete(sessions, scope, id);
    }
    await tx.put(sessions, scope, documentId(pool.id, user.sub, originJti), session, 0);
  });
  return { originJti, session, refreshToken };
}

/**
 * Goes on with a session by its refresh token, which is exchanged for a new one where the client says so (API reference,
 * `GetTokensFromRefreshToken`).
 * @throws {ServiceError} `NotAuthorizedException`, `RefreshTokenReuseException`
 */
export async function continueSession(
  { store, ids }: CognitoContext,
  { scope, pool, client }: ClientOfPool,
  token: string,
  nowMs: number,
): Promise<OpenSession & { readonly sub: string }> {
  const { sub, originJti } = readRefreshToken(token);
  const id = documentId(pool.id, sub, originJti);
  const rotation = client.settings.RefreshTokenRotation;
  return store.transact(async (tx) => {
    const session = (await tx.get(sessions, scope, id))?.value;
    if (session === undefined || session.clientId !== client.id) throw revoked();
    if (session.expiresAtMs <= nowMs) throw notAuthorized('Refresh Token has expired');
    const isCurrent = isHashOf(token, session.tokenHash);
    const isPrevious = session.previous !== undefined && isHashOf(token, session.previous.tokenHash);
    if (isPrevious && nowMs >= (session.previous?.untilMs ?? 0)) {
      throw refreshTokenReuse('Refresh token has been rotated and cannot be used again.');
    }
    if (!isCurrent && !isPrevious) throw invalid();
    if (rotation?.Feature !== 'ENABLED') return { sub, originJti, session };

    const refreshToken = newRefreshToken(sub, originJti, ids.bytes(SECRET_BYTES));
    const untilMs = nowMs + (rotation.RetryGracePeriodSeconds ?? 0) * 1000;
    const rotated: Session = {
      ...session,
      tokenHash: hashOf(refreshToken),
      // A retry in the time of grace does not lengthen it.
      previous: isPrevious && session.previous ? session.previous : { tokenHash: hashOf(token), untilMs },
    };
    await tx.put(sessions, scope, id, rotated);
    return { sub, originJti, session: rotated, refreshToken };
  });
}

/** Ends the session of a refresh token; one that nobody knows has nothing to end (RFC 7009 section 2.2). */
export async function endSession(
  { store }: CognitoContext,
  { scope, pool, client }: ClientOfPool,
  token: string,
): Promise<void> {
  const { sub, originJti } = readRefreshToken(token);
  const id = documentId(pool.id, sub, originJti);
  await store.transact(async (tx) => {
    const session = (await tx.get(sessions, scope, id))?.value;
    if (session?.clientId !== client.id) return;
    // One that was exchanged is of the same sign-in: whoever takes it back means what came of it, too.
    const known = [session.tokenHash, ...(session.previous ? [session.previous.tokenHash] : [])];
    if (known.some((hash) => isHashOf(token, hash))) await tx.delete(sessions, scope, id);
  });
}

function newRefreshToken(sub: string, originJti: string, secret: Buffer): string {
  return Buffer.concat([uuidBytes(sub), uuidBytes(originJti), secret]).toString('base64url');
}

/** @throws {ServiceError} for what is no refresh token of ours */
function readRefreshToken(token: string): { readonly sub: string; readonly originJti: string } {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * UUID_BYTES + SECRET_BYTES) throw invalid();
  return {
    sub: uuidText(bytes.subarray(0, UUID_BYTES)),
    originJti: uuidText(bytes.subarray(UUID_BYTES, 2 * UUID_BYTES)),
  };
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function isHashOf(token: string, hash: string): boolean {
  const [ours, theirs] = [Buffer.from(hashOf(token)), Buffer.from(hash)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

const invalid = () => notAuthorized('Invalid Refresh Token');
const revoked = () => notAuthorized('Refresh Token has been revoked');
