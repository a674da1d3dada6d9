import type { Call } from '../../aws/index.ts';
import { isRoot } from '../../policy/index.ts';
import { checkSeconds } from './check-session.ts';
import type { StsContext } from './context.ts';
import { accessDenied } from './errors.ts';
import { STS_LIMITS } from './limits.ts';
import { issueSession, type SessionOwner } from './sessions/index.ts';
import type { In } from './types.ts';

/** `GetSessionToken`: a session of the user himself. Whether a device was asked nobody can say here, so none is taken. */
export async function getSessionToken(
  context: StsContext,
  { DurationSeconds, SerialNumber, TokenCode }: In<'getSessionToken'>,
  { principal, nowMs }: Call,
) {
  if (principal.session !== undefined) throw accessDenied('Cannot call GetSessionToken with session credentials');
  if ((SerialNumber ?? TokenCode) !== undefined) {
    throw accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  }
  const { least, standard, most } = STS_LIMITS.userSession;
  const asked = DurationSeconds ?? standard;
  checkSeconds(asked, least, most);
  const root = isRoot(principal);
  const seconds = root ? Math.min(asked, STS_LIMITS.rootSessionSeconds) : asked;
  const owner: SessionOwner = root
    ? { kind: 'root', accountId: principal.accountId }
    : {
        kind: 'user',
        accountId: principal.accountId,
        userName: principal.userName ?? '',
        userId: principal.userId,
      };
  return { Credentials: issueSession(context, { owner, issuedAtMs: nowMs, expiresAtMs: nowMs + seconds * 1_000 }) };
}
