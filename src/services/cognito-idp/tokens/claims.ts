import type { AppClient, PoolGroup, PoolUser } from '../documents/index.ts';
import type { Claims } from './jwt.ts';
import { readableAttributes } from './readable.ts';

/** What both tokens of one sign-in say (developer guide, "Understanding the ID token", "Understanding the access token"). */
export interface TokenTerms {
  readonly issuer: string;
  readonly client: AppClient;
  readonly user: PoolUser;
  /** In the order of their precedence. */
  readonly groups: readonly PoolGroup[];
  readonly eventId: string;
  /** Of the token itself; absent where the client's tokens cannot be revoked. */
  readonly jti?: string;
  readonly originJti?: string;
  /** Seconds since the epoch, as all moments in tokens. */
  readonly authTime: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** What an access token of a sign-in by the API is good for. */
export const SELF_SERVICE_SCOPE = 'aws.cognito.signin.user.admin';

export function idClaims(terms: TokenTerms): Claims {
  const { client, user, groups } = terms;
  const roles = groups.flatMap(({ roleArn }) => (roleArn === undefined ? [] : [roleArn]));
  return {
    sub: user.sub,
    ...groupClaims(groups),
    ...readable(user, client),
    ...(roles.length > 0 && { 'cognito:roles': roles, 'cognito:preferred_role': roles[0] }),
    iss: terms.issuer,
    'cognito:username': user.username,
    ...(terms.originJti !== undefined && { origin_jti: terms.originJti }),
    aud: client.id,
    event_id: terms.eventId,
    token_use: 'id',
    ...moments(terms),
  };
}

export function accessClaims(terms: TokenTerms): Claims {
  return {
    sub: terms.user.sub,
    ...groupClaims(terms.groups),
    iss: terms.issuer,
    client_id: terms.client.id,
    ...(terms.originJti !== undefined && { origin_jti: terms.originJti }),
    event_id: terms.eventId,
    token_use: 'access',
    scope: SELF_SERVICE_SCOPE,
    ...moments(terms),
    username: terms.user.username,
  };
}

/** Of a client that acts for itself (developer guide, "Client credentials"). */
export function clientClaims(
  { id }: AppClient,
  {
    issuer,
    scope,
    jti,
    issuedAt,
    expiresAt,
  }: {
    readonly issuer: string;
    readonly scope: string;
    readonly jti: string;
    readonly issuedAt: number;
    readonly expiresAt: number;
  },
): Claims {
  return {
    sub: id,
    token_use: 'access',
    ...(scope !== '' && { scope }),
    auth_time: issuedAt,
    iss: issuer,
    exp: expiresAt,
    iat: issuedAt,
    version: 2,
    jti,
    client_id: id,
  };
}

function groupClaims(groups: readonly PoolGroup[]): Claims {
  return groups.length > 0 ? { 'cognito:groups': groups.map(({ name }) => name) } : {};
}

function moments({ authTime, expiresAt, issuedAt, jti }: TokenTerms): Claims {
  return { auth_time: authTime, exp: expiresAt, iat: issuedAt, ...(jti !== undefined && { jti }) };
}

const FLAGS = new Set(['email_verified', 'phone_number_verified']);

/** The attributes that the client may read; those that say whether an address is verified as true and false. */
function readable(user: PoolUser, client: AppClient): Claims {
  const attributes = Object.entries(readableAttributes(user, client));
  return Object.fromEntries(attributes.map(([name, value]) => [name, FLAGS.has(name) ? value === 'true' : value]));
}
