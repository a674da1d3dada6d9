import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Authorizer, Method, UserPoolKeys } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { noFunctions, startGatewayWith } from '../testing/harness.ts';
import { integration, snapshot } from '../testing/snapshots.ts';

// Tokens are made by hand (RFC 7515, RFC 7519), so that what no library would sign can be sent, too. Fact D96; guide page
// apigateway-enable-cognito-user-pool.
const keep = closing();
const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Abc';
const ISSUER = 'https://pools.test/us-east-1_Abc';
const NOW_MS = Date.parse('2026-01-31T12:00:00Z');
const NOW = NOW_MS / 1000;

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwkOf = (key: KeyObject, kid: string, more: object = {}) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  alg: 'RS256',
  ...more,
});
const JWKS = { keys: [jwkOf(keys.publicKey, 'k1')] };

const ID = { iss: ISSUER, token_use: 'id', aud: 'client1', sub: 'anna', exp: NOW + 60, iat: NOW };
const ACCESS = { iss: ISSUER, token_use: 'access', scope: 'pets/read other', sub: 'anna', exp: NOW + 60 };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(claims: object = ID, header: object = {}, key: KeyObject = keys.privateKey) {
  const signed = `${part({ alg: 'RS256', kid: 'k1', ...header })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

const COGNITO: Authorizer = {
  id: 'auth01',
  name: 'pools',
  type: 'COGNITO_USER_POOLS',
  providerARNs: [POOL],
  identitySource: 'method.request.header.Authorization',
};
const says = (authorizationScopes?: readonly string[]): Partial<Method> => ({
  authorizationType: 'COGNITO_USER_POOLS',
  authorizerId: 'auth01',
  ...(authorizationScopes && { authorizationScopes }),
  methodResponses: { '200': { statusCode: '200' } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: {
      '200': {
        statusCode: '200',
        responseTemplates: {
          'application/json':
            '$context.authorizer.claims.sub/$context.authorizer.claims.exp/$context.authorizer.claims.aud',
        },
      },
    },
  }),
});

interface Setup {
  readonly authorizer?: Partial<Authorizer>;
  readonly policy?: object;
  readonly fetchKeySet?: () => Promise<unknown>;
  readonly now?: () => number;
  readonly local?: UserPoolKeys;
}

async function start({ authorizer, policy, fetchKeySet = async () => JWKS, now = () => NOW_MS, local }: Setup = {}) {
  const fetched: number[] = [];
  const userPools = {
    issuersOf: (arn: string) => (arn === POOL ? [ISSUER] : []),
    findLocal: () => local,
    fetchKeySet() {
      fetched.push(now());
      return fetchKeySet();
    },
  };
  const stage = snapshot({
    methods: { '/id': { GET: says() }, '/access': { GET: says(['pets/write', 'pets/read']) } },
    deployment: { authorizers: [{ ...COGNITO, ...authorizer }] },
    ...(policy && { restApi: { policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) } }),
  });
  const harness = await keep(startGatewayWith([stage], noFunctions, undefined, undefined, { userPools, now }));
  const get = (path: string, value: string) => harness.call(path, { headers: ['Authorization', value] });
  return { ...harness, get, fetched };
}

describe('a token', () => {
  it('of the pool names the caller, with its claims as texts', async () => {
    const { get } = await start();
    const expected = { status: 200, body: 'anna/Sat Jan 31 12:01:00 UTC 2026/client1' };
    expect(await get('/id', token())).toMatchObject(expected);
    expect(await get('/id', `Bearer ${token()}`)).toMatchObject(expected);
  });

  it('for access opens methods with one of its scopes, an ID token the others (D96)', async () => {
    const { get } = await start();
    expect((await get('/access', token(ACCESS))).status).toBe(200);
    expect((await get('/access', token({ ...ACCESS, scope: 'pets/reading' }))).status).toBe(401);
    expect((await get('/access', token())).status).toBe(401);
    expect((await get('/id', token(ACCESS))).status).toBe(401);
  });

  it('is asked for its audience by an expression, which no access token passes (D96)', async () => {
    const { get } = await start({ authorizer: { identityValidationExpression: 'client\\d' } });
    expect((await get('/id', token())).status).toBe(200);
    expect((await get('/id', token({ ...ID, aud: 'client12' }))).status).toBe(401);
    expect((await get('/access', token(ACCESS))).status).toBe(401);
  });

  const hmacWithPublicKey = () => {
    const signed = `${part({ alg: 'HS256', kid: 'k1' })}.${part(ID)}`;
    const secret = keys.publicKey.export({ type: 'spki', format: 'pem' });
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const [header, , signature] = token().split('.');

  it.each<[string, string]>([
    ['of alg none', `${part({ alg: 'none', kid: 'k1' })}.${part(ID)}.`],
    ['of alg none with a signature', token(ID, { alg: 'none' })],
    ['signed with the public key as a secret', hmacWithPublicKey()],
    ['of another algorithm', token(ID, { alg: 'RS512' })],
    ['signed by somebody else', token(ID, {}, otherKeys.privateKey)],
    ['that brings its own key', token(ID, { jwk: jwkOf(otherKeys.publicKey, 'k1') }, otherKeys.privateKey)],
    [
      'that names a place of its key',
      token(ID, { jku: 'https://evil.test/jwks.json', kid: 'evil' }, otherKeys.privateKey),
    ],
    ['whose kid is a path', token(ID, { kid: '../../../../dev/null' })],
    ['whose kid is a name of JavaScript', token(ID, { kid: '__proto__' })],
    ['without a kid', token(ID, { kid: undefined })],
    ['whose kid is no text', token(ID, { kid: ['k1'] })],
    ['with critical headers', token(ID, { crit: ['x'], x: 1 })],
    ['of another issuer', token({ ...ID, iss: 'https://pools.test/us-east-1_Other' })],
    ['of no issuer', token({ ...ID, iss: undefined })],
    ['that does not expire', token({ ...ID, exp: undefined })],
    ['whose expiry is a text', token({ ...ID, exp: '9999999999' })],
    ['that is not valid yet', token({ ...ID, nbf: NOW + 1 })],
    ['for another use', token({ ...ID, token_use: 'refresh' })],
    ['with other claims than were signed', `${header}.${part({ ...ID, sub: 'root' })}.${signature}`],
    ['without a signature', `${header}.${part(ID)}.`],
    ['in two parts', `${header}.${part(ID)}`],
    ['that is none', 'secret'],
    ['that is too long', token({ ...ID, padding: 'x'.repeat(6_000) })],
  ])('%s admits nobody', async (_, value) => {
    const { get } = await start();
    expect(await get('/id', value)).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
  });

  it('that has expired is told so', async () => {
    const { get } = await start();
    const expired = { status: 401, body: '{"message":"The incoming token has expired"}' };
    expect(await get('/id', token({ ...ID, exp: NOW }))).toMatchObject(expired);
  });

  it('is missing, empty, or there twice: 401', async () => {
    const { call } = await start();
    for (const headers of [[], ['Authorization', ''], ['Authorization', token(), 'authorization', token()]]) {
      expect((await call('/id', { headers })).status).toBe(401);
    }
  });

  it('that was good once is not good for ever, nor for another method', async () => {
    let nowMs = NOW_MS;
    const { get } = await start({ now: () => nowMs });
    const value = token();
    expect((await get('/id', value)).status).toBe(200);
    expect((await get('/access', value)).status).toBe(401);
    nowMs += 60_000;
    expect((await get('/id', value)).status).toBe(401);
  });
});

describe('the keys of a pool', () => {
  it('are fetched once, and again for a key that is not known, but not for each', async () => {
    let nowMs = NOW_MS;
    const { get, fetched } = await start({ now: () => nowMs });
    const later = { ...ID, exp: NOW + 3600 };
    await Promise.all([get('/id', token(later)), get('/id', token({ ...later, sub: 'b' }))]);
    expect(fetched).toHaveLength(1);
    for (const kid of ['x1', 'x2', 'x3']) await get('/id', token(later, { kid }));
    expect(fetched).toHaveLength(1);
    nowMs += 10_000;
    for (const kid of ['x1', 'x2', 'x3']) await get('/id', token(later, { kid }));
    expect(fetched).toHaveLength(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['cannot be fetched', () => Promise.reject(new Error('refused'))],
    ['are none', async () => ({ keys: [] })],
    ['are no JWK Set', async () => 'nonsense'],
    ['are too many', async () => ({ keys: Array(101).fill(JWKS.keys[0]) })],
    ['are for encrypting', async () => ({ keys: [jwkOf(keys.publicKey, 'k1', { use: 'enc' })] })],
    ['are secrets', async () => ({ keys: [{ kty: 'oct', kid: 'k1', k: 'c2VjcmV0' }] })],
    ['are weak', async () => ({ keys: [jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'k1')] })],
  ])('%s: 500 without a reason, which the operator is told', async (_, fetchKeySet) => {
    const { get, warnings } = await start({ fetchKeySet });
    expect(await get('/id', token())).toMatchObject({ status: 500, body: '{"message":null}' });
    expect(warnings.join()).toContain(`The keys of ${POOL} cannot be read`);
  });

  it('of two keys with one id have the first', async () => {
    const fetchKeySet = async () => ({ keys: [...JWKS.keys, jwkOf(otherKeys.publicKey, 'k1')] });
    const { get } = await start({ fetchKeySet });
    expect((await get('/id', token(ID, {}, otherKeys.privateKey))).status).toBe(401);
    expect((await get('/id', token())).status).toBe(200);
  });
});

it('the keys of a pool of this installation are there without being fetched, and so is its issuer', async () => {
  const issuer = 'http://pools.internal/us-east-1_Abc';
  const local = { poolArn: POOL, issuer, keySet: JWKS };
  const { get, fetched } = await start({ local });
  expect((await get('/id', token({ ...ID, iss: issuer }))).status).toBe(200);
  expect((await get('/id', token())).status).toBe(401);
  expect((await get('/id', token({ ...ID, iss: issuer }, { kid: 'k2' }))).status).toBe(401);
  expect(fetched).toEqual([]);
});

// Guide page apigateway-authorization-flow: authenticate first, then the policy alone must allow.
it.each([
  ['Allow', '127.0.0.0/8', 200],
  ['Allow', '192.0.2.0/24', 403],
  ['Deny', '127.0.0.0/8', 403],
])('a resource policy that says %s to %s gives %d to who is known (D104)', async (Effect, range, status) => {
  const Condition = { IpAddress: { 'aws:SourceIp': range } };
  const policy = [{ Effect, Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Condition }];
  const { get } = await start({ policy });
  expect((await get('/id', token())).status).toBe(status);
  expect((await get('/id', 'nobody')).status).toBe(401);
});

it('an authorizer of another type is none', async () => {
  const { get } = await start({ authorizer: { type: 'TOKEN' } });
  expect((await get('/id', token())).status).toBe(500);
});
