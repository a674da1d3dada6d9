import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addConfirmed, call, claimsOf, NOW_MS, PASSWORD, startPool } from '../testing/service.ts';
import { requirePoolKeys } from '../tokens/index.ts';
import { signJwt } from '../tokens/jwt.ts';
import type { EndpointRequest } from './request.ts';

// Developer guide, "Token endpoint", "Revoke endpoint", "UserInfo endpoint"; RFC 6749, RFC 6750, RFC 7009, RFC 7517.
type Pool = Awaited<ReturnType<typeof startPool>>;

async function start(client: Parameters<typeof startPool>[1] = {}) {
  const pool = await startPool({
    Schema: [{ Name: 'note', AttributeDataType: 'String', Mutable: true, DeveloperOnlyAttribute: true }],
  });
  const { api, poolId: UserPoolId } = pool;
  await api.createUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
  await api.createResourceServer(
    {
      UserPoolId,
      Identifier: 'pets',
      Name: 'Pets',
      Scopes: ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName })),
    },
    call(),
  );
  const machine = {
    UserPoolId,
    ClientName: 'machine',
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['pets/read', 'pets/write'],
    ...client,
  };
  const { UserPoolClient } = await api.createUserPoolClient(machine, call());
  return { ...pool, machineId: UserPoolClient?.ClientId ?? '', machineSecret: UserPoolClient?.ClientSecret ?? '' };
}

async function send(
  { endpoints }: Pool,
  path: string,
  form?: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
  host = 'shop.auth.us-east-1.localhost',
) {
  const request: EndpointRequest = {
    method: form === undefined ? 'GET' : 'POST',
    host,
    path,
    headers: new Map(
      Object.entries({ ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers }),
    ),
    body: Buffer.from(typeof form === 'string' ? form : new URLSearchParams(form).toString()),
  };
  expect(endpoints.isFor(request)).toBe(true);
  const { status, body, headers: sent } = await endpoints.answer(request, NOW_MS);
  return { status, body: body === '' ? undefined : JSON.parse(body), headers: sent };
}

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

describe('an issuer', () => {
  it('shows its keys, of which one verifies a token', async () => {
    const pool = await start();
    await addConfirmed(pool, 'anna');
    const { body } = await send(pool, `/${pool.poolId}/.well-known/jwks.json`, undefined, {}, '127.0.0.1');
    expect(body.keys).toHaveLength(2);
    for (const key of body.keys) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const { AuthenticationResult: result } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'anna', PASSWORD } },
      call(),
    );
    const [header = '', payload = '', signature = ''] = (result?.IdToken ?? '').split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const key: JsonWebKey = body.keys.find((each: { kid: string }) => each.kid === kid);
    const signed = Buffer.from(`${header}.${payload}`);
    const isGood = verify(
      'sha256',
      signed,
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
    expect(isGood).toBe(true);
  });

  it('is discovered', async () => {
    const pool = await start();
    const { body } = await send(pool, `/${pool.poolId}/.well-known/openid-configuration`, undefined, {}, 'localhost');
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${pool.poolId}`;
    expect(body).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/oauth2/token`,
    });
  });
});

describe('client_credentials', () => {
  const ask = { grant_type: 'client_credentials' };

  it('gives a client a token of its own, by either way of showing its secret', async () => {
    const pool = await start();
    const { machineId: client_id, machineSecret: client_secret } = pool;
    for (const answer of [
      await send(pool, '/oauth2/token', { ...ask, scope: 'pets/read' }, basic(client_id, client_secret)),
      await send(pool, '/oauth2/token', { ...ask, scope: 'pets/read', client_id, client_secret }),
      await send(
        pool,
        `/${pool.poolId}/oauth2/token`,
        { ...ask, scope: 'pets/read' },
        basic(client_id, client_secret),
        'x',
      ),
    ]) {
      expect(answer).toMatchObject({ status: 200, body: { expires_in: 3600, token_type: 'Bearer' } });
      expect(claimsOf(answer.body.access_token)).toEqual({
        sub: client_id,
        token_use: 'access',
        scope: 'pets/read',
        auth_time: NOW_MS / 1000,
        iss: `https://cognito-idp.us-east-1.amazonaws.com/${pool.poolId}`,
        exp: NOW_MS / 1000 + 3600,
        iat: NOW_MS / 1000,
        version: 2,
        jti: expect.any(String),
        client_id,
      });
    }
  });

  it('gives all scopes where none is asked for, and none that the client may not have', async () => {
    const pool = await start({ AllowedOAuthScopes: ['pets/read'] });
    const credentials = basic(pool.machineId, pool.machineSecret);
    const all = await send(pool, '/oauth2/token', ask, credentials);
    expect(claimsOf(all.body.access_token).scope).toBe('pets/read');
    const more = await send(pool, '/oauth2/token', { ...ask, scope: 'pets/read pets/write' }, credentials);
    expect(more).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });

  it.each<[string, (pool: Awaited<ReturnType<typeof start>>) => [object | string, object], string]>([
    ['a wrong secret', ({ machineId }) => [ask, basic(machineId, 'wrong')], 'invalid_client'],
    ['no secret', ({ machineId }) => [{ ...ask, client_id: machineId }, {}], 'invalid_client'],
    ['an unknown client', () => [ask, basic('nobody', 'secret')], 'invalid_client'],
    [
      'two clients at once',
      ({ machineId, machineSecret, clientId }) => [{ ...ask, client_id: clientId }, basic(machineId, machineSecret)],
      'invalid_client',
    ],
    [
      'a field twice',
      ({ machineId, machineSecret }) => [
        'grant_type=client_credentials&scope=pets/read&scope=pets/write',
        basic(machineId, machineSecret),
      ],
      'invalid_request',
    ],
    [
      'another type of body',
      ({ machineId, machineSecret }) => [
        JSON.stringify(ask),
        { ...basic(machineId, machineSecret), 'content-type': 'application/json' },
      ],
      'invalid_request',
    ],
    ['a client of people', ({ clientId }) => [{ ...ask, client_id: clientId }, {}], 'unauthorized_client'],
    [
      'a code',
      ({ machineId, machineSecret }) => [
        { grant_type: 'authorization_code', code: 'x' },
        basic(machineId, machineSecret),
      ],
      'unsupported_grant_type',
    ],
  ])('is refused with %s', async (_, given, error) => {
    const pool = await start();
    const [form, headers] = given(pool);
    const answer = await send(pool, '/oauth2/token', form as Readonly<Record<string, string>>, headers as never);
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });

  it('is there for a pool with a domain alone', async () => {
    const pool = await start();
    await pool.api.deleteUserPoolDomain({ Domain: 'shop', UserPoolId: pool.poolId }, call());
    const credentials = basic(pool.machineId, pool.machineSecret);
    expect(await send(pool, `/${pool.poolId}/oauth2/token`, ask, credentials, 'x')).toMatchObject({ status: 404 });
    expect(await send(pool, '/oauth2/token', ask, credentials)).toMatchObject({ status: 404 });
  });
});

describe('a refresh token', () => {
  async function signIn() {
    const pool = await start();
    await addConfirmed(pool, 'anna');
    const { AuthenticationResult: result } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'anna', PASSWORD } },
      call(),
    );
    return { pool, form: { client_id: pool.clientId, refresh_token: result?.RefreshToken ?? '' } };
  }

  it('gives tokens until it is revoked', async () => {
    const { pool, form } = await signIn();
    const refresh = () => send(pool, '/oauth2/token', { grant_type: 'refresh_token', ...form });
    const { body } = await refresh();
    expect(claimsOf(body.id_token)).toMatchObject({ 'cognito:username': 'anna', aud: pool.clientId });
    const revoked = await send(pool, '/oauth2/revoke', { client_id: pool.clientId, token: form.refresh_token });
    expect(revoked).toMatchObject({ status: 200, body: undefined });
    expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is revoked by its own client alone, and an access token by nobody', async () => {
    const { pool, form } = await signIn();
    const other = basic(pool.machineId, pool.machineSecret);
    await send(pool, '/oauth2/revoke', { token: form.refresh_token }, other);
    expect(await send(pool, '/oauth2/token', { grant_type: 'refresh_token', ...form })).toMatchObject({ status: 200 });
    const access = await send(pool, '/oauth2/revoke', { client_id: pool.clientId, token: 'a.b.c' });
    expect(access).toMatchObject({ status: 400, body: { error: 'unsupported_token_type' } });
  });
});

describe('userInfo', () => {
  it('tells who holds a token with the scope openid, and nobody else', async () => {
    const pool = await start();
    // The note is for developers, so that it is not told.
    await addConfirmed(pool, 'anna', [
      { Name: 'email', Value: 'anna@example.com' },
      { Name: 'dev:note', Value: 'likes cats' },
    ]);
    const { AuthenticationResult: result } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'anna', PASSWORD } },
      call(),
    );
    const ask = (token: string) => send(pool, '/oauth2/userInfo', undefined, { authorization: `Bearer ${token}` });
    const token = result?.AccessToken ?? '';
    expect(await ask(token)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    // Only a hosted page would give such a token, so the pool's own key signs it here.
    const scope = { accountId: call().scope.accountId, region: 'us-east-1' };
    const { access } = await requirePoolKeys(pool.store, scope, pool.poolId);
    const key = access[0];
    if (!key) throw new Error('no key');
    const open = await signJwt({ ...claimsOf(token), scope: 'openid email' }, key);
    const { status, body } = await ask(open);
    expect(status).toBe(200);
    expect(body).toEqual({
      sub: claimsOf(token).sub,
      email: 'anna@example.com',
      email_verified: 'false',
      username: 'anna',
    });
    expect(await ask(`${open}x`)).toMatchObject({ status: 401 });
  });
});

it('pages that are not there are refused by name, and other paths are none of ours', async () => {
  const pool = await start();
  expect(await send(pool, '/oauth2/authorize')).toMatchObject({ status: 501 });
  const isOurs = (host: string, path: string) => pool.endpoints.isFor({ host, path });
  expect(isOurs('127.0.0.1', '/oauth2/token')).toBe(false);
  expect(isOurs('127.0.0.1', `/${pool.poolId}/`)).toBe(false);
  expect(isOurs('127.0.0.1', `/${pool.poolId}/oauth2/../x`)).toBe(false);
});
