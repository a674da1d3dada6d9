import type { JWTPayload } from 'jose';
import type { StsContext } from '../context.ts';
import { expiredIdentityToken, invalidIdentityToken } from '../errors.ts';
import { STS_LIMITS } from '../limits.ts';
import type { ProviderKeys } from './provider-keys.ts';

/** What a token says that has been found good. */
export interface WebIdentity {
  /** Host and path, as in the provider's ARN. */
  readonly provider: string;
  readonly subject: string;
  readonly audience: string;
  readonly claims: JWTPayload;
}

/** AWS takes these (IAM user guide, "Create an OpenID Connect identity provider in IAM"); none needs a secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/** Only of this machine keys are taken over a connection that nobody has authenticated. */
const ISSUER = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/;

function providerOf(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Checks a token by the keys of the provider that it names, which must be one that IAM knows.
 * @param accountId whose provider it must be: the role's
 * @throws {ServiceError} `InvalidIdentityToken`, `ExpiredTokenException`, `IDPCommunicationError`
 */
export async function verifyWebIdentity(
  { identities }: StsContext,
  keys: ProviderKeys,
  accountId: string,
  token: string,
  nowMs: number,
): Promise<WebIdentity> {
  const { decodeJwt, decodeProtectedHeader, errors, jwtVerify } = await import('jose');
  let issuer: string;
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
    issuer = decodeJwt(token).iss ?? '';
  } catch {
    throw invalidIdentityToken(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
  const provider = ISSUER.test(issuer) ? await identities.findOidcProvider(accountId, providerOf(issuer)) : undefined;
  if (provider === undefined) {
    throw invalidIdentityToken(`No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const { alg = '', kid } = header;
  const key = ALGORITHMS.includes(alg) ? await keys.find(issuer, kid, alg, nowMs) : undefined;
  if (key === undefined) {
    throw invalidIdentityToken(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  }
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [alg],
      issuer,
      audience: [...provider.clientIds],
      requiredClaims: ['exp', 'sub', 'aud'],
      currentDate: new Date(nowMs),
      clockTolerance: 0,
    });
    if (typeof payload.iat === 'number' && payload.iat * 1_000 > nowMs + STS_LIMITS.clockToleranceSeconds * 1_000) {
      throw invalidIdentityToken('The ID Token was issued in the future.');
    }
    const audience = audienceOf(payload, provider.clientIds);
    return { provider: providerOf(issuer), subject: payload.sub ?? '', audience, claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw expiredIdentityToken('Token expired: current date/time must be before the expiration date/time');
    }
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
      throw invalidIdentityToken('Incorrect token audience');
    }
    if (error instanceof errors.JOSEError) {
      throw invalidIdentityToken('The ID Token provided could not be verified.');
    }
    throw error;
  }
}

/** `azp` is the audience where a token has one (IAM user guide, `aud`). */
function audienceOf({ aud, azp }: JWTPayload, clientIds: readonly string[]): string {
  if (typeof azp === 'string' && clientIds.includes(azp)) return azp;
  const all = Array.isArray(aud) ? aud : [aud ?? ''];
  return all.find((audience) => clientIds.includes(audience)) ?? '';
}
