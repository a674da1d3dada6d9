import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HttpAuthorizer, HttpRoute } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, returning } from '../../testing/functions.ts';
import { startHttpGateway } from '../../testing/http-gateway.ts';

// Tokens are made by hand (RFC 7515, RFC 7519), so that what no library would sign can be sent, too. Guide pages
// http-api-jwt-authorizer, http-api-troubleshooting-jwt; facts D97 to D99.
const keep = closing();
const Issuer = 'https://issuer.test/tenant';
const NOW_MS = Date.parse('2026-01-31T12:00:00Z');
const NOW = NOW_MS / 1000;

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
const JWKS = { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] };
const GOOD = { iss: Issuer, aud: 'client1', sub: 'anna', exp: NOW + 60, iat: NOW, scope: 'pets/read other' };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(change: object = {}, header: object = {}, key: KeyObject = keys.privateKey) {
  const signed = `${part({ alg: 'RS256', kid: 'k1', ...header })}.${part({ ...GOOD, ...change })}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

interface Setup {
  readonly route?: Partial<HttpRoute>;
  readonly authorizer?: Partial<HttpAuthorizer>;
  readonly fetchKeySet?: () => Promise<unknown>;
  readonly now?: () => number;
}

async function start({ route, authorizer, fetchKeySet = async () => JWKS, now = () => NOW_MS }: Setup = {}) {
  const fetched: string[] = [];
  const userPools = {
    issuersOf: () => [Issuer],
    findLocal: () => undefined,
    fetchKeySet(issuer: string) {
      fetched.push(issuer);
      return fetchKeySet();
    },
  };
  const run = returning({ statusCode: 200, body: 'ok' });
  const gateway = await keep(
    startHttpGateway(
      {
        routes: { $default: {} },
        route: { AuthorizationType: 'JWT', AuthorizerId: 'auth01', ...route },
        authorizers: [
          {
            AuthorizerId: 'auth01',
            Name: 'jwt',
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: { Audience: ['client1', 'client2'], Issuer },
            ...authorizer,
          },
        ],
      },
      run,
      { userPools, now },
    ),
  );
  const call = (value: string) => gateway.get('/x', { headers: value === '' ? [] : ['Authorization', value] });
  return { ...gateway, call, fetched, run };
}

const UNAUTHORIZED = { status: 401, body: '{"message":"Unauthorized"}' };

describe('a JWT (fact D97)', () => {
  it('opens a route, with Bearer and without, and is verified once', async () => {
    const { call, fetched } = await start();
    expect(await call(token())).toMatchObject({ status: 200, body: 'ok' });
    expect((await call(`Bearer ${token()}`)).status).toBe(200);
    expect(fetched).toEqual([Issuer]);
  });

  it('may be for a client where it has no audience, as access tokens of Cognito', async () => {
    const { call } = await start();
    expect((await call(token({ aud: undefined, client_id: 'client2' }))).status).toBe(200);
    expect((await call(token({ aud: ['x', 'client2'] }))).status).toBe(200);
    expect((await call(token({ aud: 'x', client_id: 'client2' }))).status).toBe(401);
  });

  it('of a user pool is verified by what stands for the pool here', async () => {
    const pool = { Issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Abc', Audience: ['client1'] };
    const { call, fetched } = await start({ authorizer: { JwtConfiguration: pool } });
    for (const iss of [pool.Issuer, Issuer]) expect((await call(token({ iss }))).status).toBe(200);
    expect((await call(token({ iss: 'https://evil.test' }))).status).toBe(401);
    expect(fetched).toEqual(['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Abc']);
  });

  it('may come in the query', async () => {
    const { get } = await start({ authorizer: { IdentitySource: ['$request.querystring.token'] } });
    expect((await get(`/x?token=${token()}`)).status).toBe(200);
    expect((await get('/x')).status).toBe(401);
  });

  it('that comes with another one opens nothing: the integration could take that for verified', async () => {
    const { get, run } = await start();
    const forged = `${part({ alg: 'none' })}.${part({ ...GOOD, sub: 'bert' })}.`;
    for (const second of [forged, 'x', token({ sub: 'bert' })]) {
      const headers = ['Authorization', token(), 'Authorization', second];
      expect(await get('/x', { headers })).toMatchObject(UNAUTHORIZED);
    }
    const inQuery = await start({ authorizer: { IdentitySource: ['$request.querystring.token'] } });
    expect((await inQuery.get(`/x?token=${token()}&token=${forged}`)).status).toBe(401);
    expect([...run.calls, ...inQuery.run.calls]).toEqual([]);
  });

  const hs256 = () => {
    const signed = `${part({ alg: 'HS256', kid: 'k1' })}.${part(GOOD)}`;
    const pem = keys.publicKey.export({ type: 'spki', format: 'pem' });
    return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
  };
  it.each<[string, string]>([
    ['nothing that is a token', 'x'],
    ['a token of no algorithm', `${part({ alg: 'none', kid: 'k1' })}.${part(GOOD)}.`],
    ['a signature by the public key as a secret', hs256()],
    ['another key', token({}, {}, others.privateKey)],
    ['a key id that the issuer does not have', token({}, { kid: 'k2' })],
    ['no key id', token({}, { kid: undefined })],
    ['another issuer', token({ iss: 'https://evil.test' })],
    ['another audience', token({ aud: 'x' })],
    ['no audience', token({ aud: undefined })],
    ['an end that is over', token({ exp: NOW })],
    ['no end', token({ exp: undefined })],
    ['a beginning to come', token({ nbf: NOW + 60 })],
    ['a making to come', token({ iat: NOW + 60 })],
    ['more than fits', token({ sub: 'x'.repeat(7_000) })],
  ])('with %s opens nothing', async (_, value) => {
    const { call, run } = await start();
    const answer = await call(value);
    expect(answer).toMatchObject(UNAUTHORIZED);
    expect(answer.headers['www-authenticate']).toMatch(
      /^Bearer scope="" error="invalid_token" error_description="[^"]+"$/,
    );
    expect(run.calls).toEqual([]);
  });

  it('says what is wrong with it, or that there is none (fact D98)', async () => {
    const { call } = await start();
    expect((await call(token({ aud: 'x' }))).headers['www-authenticate']).toBe(
      'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
    );
    const none = await call('');
    expect(none).toMatchObject(UNAUTHORIZED);
    expect(none.headers['www-authenticate']).toBe('Bearer');
  });

  it('opens nothing while the issuer’s keys cannot be had', async () => {
    const { call, warnings } = await start({ fetchKeySet: () => Promise.reject(new Error('down')) });
    expect(await call(token())).toMatchObject(UNAUTHORIZED);
    expect(warnings.join()).toContain(`The keys of ${Issuer} cannot be read: down`);
  });

  it('ends when it says, also when it is known', async () => {
    let nowMs = NOW_MS;
    const { call } = await start({ now: () => nowMs });
    expect((await call(token())).status).toBe(200);
    nowMs += 60_000;
    expect((await call(token())).status).toBe(401);
  });
});

describe('scopes of a route', () => {
  const scoped = { route: { AuthorizationScopes: ['pets/write', 'pets/read'] } };
  it('let in whoever has one of them, in `scope` or `scp` (fact D97)', async () => {
    const { call } = await start(scoped);
    for (const change of [{}, { scope: undefined, scp: 'pets/write' }, { scope: undefined, scp: ['a', 'pets/read'] }]) {
      expect((await call(token(change))).status).toBe(200);
    }
  });

  it('are named to whoever brings no good token, as far as the header can say them (RFC 6750 section 3)', async () => {
    const { call } = await start({ route: { AuthorizationScopes: ['pets/read', 'a"\r\nb'] } });
    const answer = await call(token({ aud: 'x' }));
    expect(answer).toMatchObject(UNAUTHORIZED);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer scope="pets\/read ab" error="invalid_token"/);
  });

  it('answer others 403 (fact D98)', async () => {
    const { call } = await start(scoped);
    for (const change of [{ scope: 'other' }, { scope: undefined }]) {
      expect(await call(token(change))).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    }
  });
});

describe('integrations see', () => {
  const authorizerOf = (run: ReturnType<typeof returning>) =>
    (eventOf(run.calls.at(-1)) as { requestContext: { authorizer: unknown } }).requestContext.authorizer;

  it('claims as texts, nulls left out, and no scopes without a route’s (fact D99)', async () => {
    const { call, run } = await start();
    await call(token({ groups: ['a', 'b'], admin: true, level: 7, nothing: null, deep: { b: 1, a: ['x'] } }));
    expect(authorizerOf(run)).toEqual({
      jwt: {
        claims: {
          iss: Issuer,
          aud: 'client1',
          sub: 'anna',
          exp: String(NOW + 60),
          iat: String(NOW),
          scope: 'pets/read other',
          groups: '[a b]',
          admin: 'true',
          level: '7',
          deep: 'map[a:[x] b:1]',
        },
        scopes: null,
      },
    });
  });

  it('all scopes of the token where the route has some (fact D99)', async () => {
    const { call, run } = await start({ route: { AuthorizationScopes: ['pets/read'] } });
    await call(token());
    expect(authorizerOf(run)).toMatchObject({ jwt: { scopes: ['pets/read', 'other'] } });
  });
});
