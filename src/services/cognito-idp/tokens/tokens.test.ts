import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { poolArn } from '../documents/index.ts';
import { KEYS } from '../limits.ts';
import { addConfirmed, call, claimsOf, NOW_MS, PASSWORD, refusal, startPool } from '../testing/service.ts';
import { signJwt } from './jwt.ts';
import { requirePoolKeys } from './pool-keys.ts';

const scope = call().scope;

async function signedIn() {
  const pool = await startPool();
  await addConfirmed(pool, 'anna');
  const signIn = async (nowMs = NOW_MS) => {
    const AuthParameters = { USERNAME: 'anna', PASSWORD };
    const input = { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters };
    return (await pool.api.initiateAuth(input, call({ nowMs }))).AuthenticationResult;
  };
  const token = (await signIn())?.AccessToken ?? '';
  const key = (await requirePoolKeys(pool.store, scope, pool.poolId)).access[0];
  if (!key) throw new Error('no key');
  return { pool, signIn, token, key };
}
const headerOf = (token = '') => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());

describe('keys rotate', () => {
  it('when they have signed for their time; the old one stays until its tokens have expired', async () => {
    const { pool, signIn, token } = await signedIn();
    const arn = poolArn(scope, pool.poolId);
    const published = () => pool.published.get(arn)?.keys.map(({ kid }) => kid);
    const before = headerOf(token).kid;
    expect(published()).toContain(before);
    const rotated = NOW_MS + KEYS.signsForMs;
    const after = headerOf((await signIn(rotated))?.AccessToken).kid;
    expect(after).not.toBe(before);
    expect(published()).toEqual(expect.arrayContaining([before, after]));
    await signIn(rotated + KEYS.signsForMs);
    expect(published()).not.toContain(before);
  });

  it('once, however many sign in at that moment', async () => {
    const { pool, signIn } = await signedIn();
    const rotated = NOW_MS + KEYS.signsForMs;
    const tokens = await Promise.all(Array.from({ length: 5 }, () => signIn(rotated)));
    expect(new Set(tokens.map((each) => headerOf(each?.IdToken).kid)).size).toBe(1);
    expect((await requirePoolKeys(pool.store, scope, pool.poolId)).id).toHaveLength(2);
  });
});

describe('an access token opens the self-service', () => {
  it('of its user', async () => {
    const { pool, token } = await signedIn();
    expect(await pool.api.getUser({ AccessToken: token }, call())).toMatchObject({ Username: 'anna' });
  });

  it.each<[string, (signed: Awaited<ReturnType<typeof signedIn>>) => Promise<string> | string, string]>([
    ['with another signature', ({ token }) => `${token.slice(0, -8)}AAAAAAAA`, 'Invalid Access Token'],
    ['that is an ID token', async ({ signIn }) => (await signIn())?.IdToken ?? '', 'Invalid Access Token'],
    ['that is none', () => 'nonsense', 'Invalid Access Token'],
    [
      'of no algorithm',
      ({ token }) => `${part({ alg: 'none', kid: headerOf(token).kid })}.${token.split('.')[1]}.`,
      'Invalid Access Token',
    ],
    ['signed with the public key as a secret', hmac, 'Invalid Access Token'],
    [
      'whose key is a path',
      ({ token, key }) => signJwt(claimsOf(token), { ...key, kid: '../../dev/null' }),
      'Invalid Access Token',
    ],
    [
      'of another issuer',
      ({ token, key }) => signJwt({ ...claimsOf(token), iss: 'https://evil.test/x' }, key),
      'Invalid Access Token',
    ],
    [
      'without the scope',
      ({ token, key }) => signJwt({ ...claimsOf(token), scope: 'openid' }, key),
      'Access Token does not have required scopes',
    ],
    [
      'that has expired',
      ({ token, key }) => signJwt({ ...claimsOf(token), exp: NOW_MS / 1000 }, key),
      'Access Token has expired',
    ],
    [
      'that does not expire',
      ({ token, key }) => signJwt({ ...claimsOf(token), exp: undefined }, key),
      'Access Token has expired',
    ],
  ])('but not one %s', async (_, make, message) => {
    const signed = await signedIn();
    const AccessToken = await make(signed);
    await expect(signed.pool.api.getUser({ AccessToken }, call())).rejects.toMatchObject(
      refusal('NotAuthorized', message),
    );
  });

  it('until its user signs out everywhere, is disabled, or deletes himself', async () => {
    const { pool, signIn } = await signedIn();
    const token = async () => ({ AccessToken: (await signIn())?.AccessToken ?? '' });
    const revoked = refusal('NotAuthorized', 'Access Token has been revoked');
    const out = await token();
    await pool.api.globalSignOut(out, call());
    await expect(pool.api.getUser(out, call())).rejects.toMatchObject(revoked);
    const disabled = await token();
    await pool.api.adminDisableUser({ UserPoolId: pool.poolId, Username: 'anna' }, call());
    await expect(pool.api.getUser(disabled, call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'User is disabled.'),
    );
    await pool.api.adminEnableUser({ UserPoolId: pool.poolId, Username: 'anna' }, call());
    const last = await token();
    await pool.api.deleteUser(last, call());
    await expect(pool.api.getUser(last, call())).rejects.toMatchObject(refusal('UserNotFound', 'User does not exist.'));
  });
});

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function hmac({ token, key }: Awaited<ReturnType<typeof signedIn>>): string {
  const signed = `${part({ alg: 'HS256', kid: key.kid })}.${token.split('.')[1]}`;
  return `${signed}.${createHmac('sha256', JSON.stringify(key.publicKey)).update(signed).digest('base64url')}`;
}
