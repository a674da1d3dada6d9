import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IAM } from '@aws-sdk/client-iam';
import { type Credentials, STS } from '@aws-sdk/client-sts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allow,
  callSigned,
  createUser,
  deny,
  deployWho,
  iamClient,
  policy,
  statusesOf,
} from '../support/identities.ts';
import { credentials, type Key, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';

// STS API reference and IAM user guide, "Temporary security credentials in IAM"; on two real workers.
let server: Sallyport;
let root: Sdk;
let iam: IAM;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  root = sdk(server.controlUrl);
  iam = iamClient(server);
});
afterAll(() => server.stop());

const stsOf = (who: Key) =>
  new STS({ endpoint: server.controlUrl, region: 'us-east-1', credentials: who, maxAttempts: 1 });
const userArn = ({ name }: { readonly name: string }) => `arn:aws:iam::000000000000:user/${name}`;

/** A role that trusts so, with these statements. */
async function createRole(
  trust: object,
  ...statements: readonly object[]
): Promise<{ readonly name: string; readonly arn: string }> {
  const name = `role-${randomUUID()}`;
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', ...trust };
  const { Role } = await iam.createRole({ RoleName: name, AssumeRolePolicyDocument: policy(statement) });
  if (statements.length > 0) {
    await iam.putRolePolicy({ RoleName: name, PolicyName: 'own', PolicyDocument: policy(...statements) });
  }
  return { name, arn: known(Role?.Arn) };
}

function keyOf(given: Credentials | undefined): Key & { readonly sessionToken: string } {
  return {
    accessKeyId: known(given?.AccessKeyId),
    secretAccessKey: known(given?.SecretAccessKey),
    sessionToken: known(given?.SessionToken),
  };
}

async function assume(who: Key, RoleArn: string, more: object = {}): Promise<Key & { readonly sessionToken: string }> {
  const { Credentials } = await stsOf(who).assumeRole({ RoleArn, RoleSessionName: 'one', ...more });
  return keyOf(Credentials);
}

test('a session of a role acts as the role, on the control plane and at a method', async () => {
  const { url } = await deployWho(server, root);
  const user = await createUser(iam);
  const role = await createRole({ Principal: { AWS: userArn(user) } }, allow(['execute-api:Invoke', 'apigateway:GET']));
  const answer = await stsOf(user).assumeRole({ RoleArn: role.arn, RoleSessionName: 'one' });
  const { Role } = await iam.getRole({ RoleName: role.name });
  const sessionArn = `arn:aws:sts::000000000000:assumed-role/${role.name}/one`;
  expect(answer.AssumedRoleUser).toEqual({ AssumedRoleId: `${Role?.RoleId}:one`, Arn: sessionArn });
  expect(Math.round((known(answer.Credentials?.Expiration).getTime() - Date.now()) / 60_000)).toBe(60);
  const session = keyOf(answer.Credentials);
  expect(session.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  expect(await stsOf(session).getCallerIdentity({})).toMatchObject({ UserId: `${Role?.RoleId}:one`, Arn: sessionArn });
  const called = await callSigned(url, session);
  expect(called).toEqual({
    status: 200,
    body: ['000000000000', session.accessKeyId, `${Role?.RoleId}:one`, `${Role?.RoleId}:one`, sessionArn].join(' '),
  });
  expect((await sdk(server.controlUrl, session).apis.getRestApis({})).items).not.toHaveLength(0);
  await expect(sdk(server.controlUrl, session).functions.listFunctions({})).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: ${sessionArn} is not authorized to perform: lambda:ListFunctions on resource: * because no identity-based policy allows the lambda:ListFunctions action`,
  });
});

describe('a role lets in', () => {
  const refused = { name: 'AccessDenied' };
  test('whom it names, without a policy of his own', async () => {
    const user = await createUser(iam);
    const { arn } = await createRole({ Principal: { AWS: userArn(user) } });
    await assume(user, arn);
  });
  test('of an account that it names those whose own policies say so', async () => {
    const { arn } = await createRole({ Principal: { AWS: '000000000000' } });
    await assume(await createUser(iam, allow('sts:AssumeRole', arn)), arn);
    const other = await createUser(iam, allow('sts:AssumeRole', `${arn}x`));
    await expect(assume(other, arn)).rejects.toMatchObject(refused);
  });
  test('nobody whom it does not trust, whatever his own policies say', async () => {
    const user = await createUser(iam, allow('*'));
    const { arn } = await createRole({ Principal: { Service: 'lambda.amazonaws.com' } });
    await expect(assume(user, arn)).rejects.toMatchObject({
      ...refused,
      message: `User: ${userArn(user)} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    });
    await expect(assume(user, `${arn}-not-there`)).rejects.toMatchObject(refused);
  });
  test('nobody whose own policies deny it', async () => {
    const user = await createUser(iam, deny('sts:AssumeRole'));
    const { arn } = await createRole({ Principal: { AWS: userArn(user) } });
    await expect(assume(user, arn)).rejects.toMatchObject(refused);
  });
  test('by the external id that it asks for', async () => {
    const user = await createUser(iam);
    const Condition = { StringEquals: { 'sts:ExternalId': 'secret-42' } };
    const { arn } = await createRole({ Principal: { AWS: userArn(user) }, Condition });
    await assume(user, arn, { ExternalId: 'secret-42' });
    await expect(assume(user, arn, { ExternalId: 'other' })).rejects.toMatchObject(refused);
    await expect(assume(user, arn)).rejects.toMatchObject(refused);
  });
  test('not the root user', async () => {
    const { arn } = await createRole({ Principal: { AWS: '000000000000' } });
    await expect(assume(credentials, arn)).rejects.toMatchObject({
      ...refused,
      message: 'Roles may not be assumed by root accounts.',
    });
  });
});

test('a session policy takes away and gives nothing', async () => {
  const { url } = await deployWho(server, root);
  const user = await createUser(iam);
  const { arn } = await createRole({ Principal: { AWS: userArn(user) } }, allow('execute-api:Invoke'));
  expect((await callSigned(url, await assume(user, arn, { Policy: policy(allow('*')) }))).status).toBe(200);
  const limited = await assume(user, arn, { Policy: policy(allow('apigateway:GET')) });
  expect((await callSigned(url, limited)).status).toBe(403);
  await expect(sdk(server.controlUrl, limited).apis.getRestApis({})).rejects.toThrow(
    'because no identity-based policy allows',
  );
  const { arn: wide } = await createRole({ Principal: { AWS: userArn(user) } }, allow('*'));
  await expect(
    sdk(server.controlUrl, await assume(user, wide, { Policy: policy(allow('s3:*')) })).apis.getRestApis({}),
  ).rejects.toThrow('because no session policy allows the apigateway:GET action');
});

test('session tags and the names of sessions are condition keys', async () => {
  const { url } = await deployWho(server, root);
  const user = await createUser(iam);
  const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'blue' } };
  const { arn } = await createRole(
    { Principal: { AWS: userArn(user) }, Action: ['sts:AssumeRole', 'sts:TagSession'] },
    { ...allow('execute-api:Invoke'), Condition },
  );
  const Tags = [{ Key: 'team', Value: 'blue' }];
  expect((await callSigned(url, await assume(user, arn, { Tags }))).status).toBe(200);
  expect((await callSigned(url, await assume(user, arn))).status).toBe(403);
  const { arn: untagged } = await createRole({ Principal: { AWS: userArn(user) } });
  await expect(assume(user, untagged, { Tags })).rejects.toThrow('sts:TagSession');
});

test.each([
  [
    'a name that is none',
    { RoleSessionName: 'a b' },
    'ValidationError',
    "at 'roleSessionName' failed to satisfy constraint",
  ],
  ['too short a time', { DurationSeconds: 899 }, 'ValidationError', 'greater than or equal to 900'],
  [
    'more time than the role gives',
    { DurationSeconds: 7200 },
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  ],
  ['a policy that is none', { Policy: '{"Statement":1}' }, 'MalformedPolicyDocument', 'Syntax errors in policy.'],
  [
    'a policy that is too long',
    { Policy: policy(allow('a'.repeat(2100))) },
    'ValidationError',
    'less than or equal to 2048',
  ],
])('%s is refused', async (_, input, code, message) => {
  const user = await createUser(iam);
  const { arn } = await createRole({ Principal: { AWS: userArn(user) } });
  await expect(assume(user, arn, input)).rejects.toMatchObject({
    name: expect.stringMatching(code),
    message: expect.stringContaining(message),
  });
});

test('a session of a role may assume another for an hour at most', async () => {
  const user = await createUser(iam);
  const first = await createRole({ Principal: { AWS: userArn(user) } });
  const second = await createRole({ Principal: { AWS: first.arn } });
  await iam.updateRole({ RoleName: second.name, MaxSessionDuration: 43_200 });
  const session = await assume(user, first.arn);
  await assume(session, second.arn);
  await expect(assume(session, second.arn, { DurationSeconds: 3_601 })).rejects.toThrow('1 hour session limit');
});

test('GetSessionToken gives a session of the user himself', async () => {
  const { url } = await deployWho(server, root);
  const user = await createUser(iam, allow('execute-api:Invoke'));
  const session = keyOf((await stsOf(user).getSessionToken({})).Credentials);
  expect((await stsOf(session).getCallerIdentity({})).Arn).toBe(userArn(user));
  expect((await callSigned(url, session)).status).toBe(200);
  await expect(stsOf(session).getSessionToken({})).rejects.toMatchObject({ name: 'AccessDenied' });
  // API reference: IAM is not for sessions that no device vouches for, whatever policies say.
  await expect(iamClient(server, session).getUser({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  await iam.deleteUserPolicy({ UserName: user.name, PolicyName: 'own' });
  expect(await statusesOf(url, session)).toEqual(new Set([403]));
});

describe('a token', () => {
  async function session() {
    const user = await createUser(iam);
    const role = await createRole({ Principal: { AWS: userArn(user) } }, allow('*'));
    return { role, user, key: await assume(user, role.arn) };
  }
  const flip = (token: string, at: number) =>
    token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

  test.each<[string, (key: Key & { sessionToken: string }, other: Key & { sessionToken: string }) => Key]>([
    ['that was changed', (key) => ({ ...key, sessionToken: flip(key.sessionToken, 60) })],
    ['that was cut', (key) => ({ ...key, sessionToken: key.sessionToken.slice(0, -8) })],
    ['that is made up', (key) => ({ ...key, sessionToken: 'FwoGZXIvYXdzEBc' })],
    ['of another session', (key, other) => ({ ...key, sessionToken: other.sessionToken })],
    ['that is missing', ({ accessKeyId, secretAccessKey }) => ({ accessKeyId, secretAccessKey })],
    ['with another key id', (key, other) => ({ ...key, accessKeyId: other.accessKeyId })],
    ['with another secret', (key, other) => ({ ...key, secretAccessKey: other.secretAccessKey })],
    ['beside a key of a user', (key) => ({ ...credentials, sessionToken: key.sessionToken })],
  ])('%s opens nothing', async (_, spoil) => {
    const { url } = await deployWho(server, root);
    const [one, other] = [await session(), await session()];
    expect((await callSigned(url, one.key)).status).toBe(200);
    const spoilt = spoil(one.key, other.key);
    expect(await statusesOf(url, spoilt)).toEqual(new Set([403]));
    await expect(stsOf(spoilt).getCallerIdentity({})).rejects.toMatchObject({
      name: expect.stringMatching(/^(InvalidClientTokenId|SignatureDoesNotMatch)$/),
    });
  });

  test('ends with its role, also where a namesake follows', async () => {
    const { url } = await deployWho(server, root);
    const { role, user, key } = await session();
    expect((await callSigned(url, key)).status).toBe(200);
    await iam.deleteRolePolicy({ RoleName: role.name, PolicyName: 'own' });
    expect(await statusesOf(url, key)).toEqual(new Set([403]));
    await iam.deleteRole({ RoleName: role.name });
    const statement = { ...allow('sts:AssumeRole'), Principal: { AWS: userArn(user) } };
    const { Resource: _, ...trust } = statement;
    await iam.createRole({ RoleName: role.name, AssumeRolePolicyDocument: policy(trust) });
    await iam.putRolePolicy({ RoleName: role.name, PolicyName: 'own', PolicyDocument: policy(allow('*')) });
    expect(await statusesOf(url, key)).toEqual(new Set([403]));
  });

  test('opens nothing more than five minutes away from when it was used to sign', async () => {
    const { url } = await deployWho(server, root);
    const { key } = await session();
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    expect((await callSigned(url, key, { at: minutes(-4) })).status).toBe(200);
    for (const off of [-6, 6]) expect((await callSigned(url, key, { at: minutes(off) })).status).toBe(403);
  });

  test('that was not signed is believed no more than one that was', async () => {
    const { url } = await deployWho(server, root);
    const { key } = await session();
    const { sessionToken, ...bare } = key;
    const spoil = (headers: Record<string, string>) => ({ ...headers, 'x-amz-security-token': sessionToken });
    // AWS takes a token that was added after signing, too: it proves itself.
    expect((await callSigned(url, bare, { spoil })).status).toBe(200);
    const renamed = ({ 'x-amz-security-token': token = '', ...rest }: Record<string, string>) => ({
      ...rest,
      'X-AMZ-SECURITY-TOKEN': token,
    });
    expect((await callSigned(url, key, { spoil: renamed })).status).toBe(200);
    const doubled = (headers: Record<string, string>) => ({
      ...headers,
      'x-amz-security-token': `${sessionToken}, ${sessionToken}`,
    });
    expect((await callSigned(url, key, { spoil: doubled })).status).toBe(403);
  });
});

describe('AssumeRoleWithWebIdentity', () => {
  const keys = { current: generateKeyPair('RS256'), other: generateKeyPair('RS256') };
  let issuer: string;
  let arn: string;
  const provider = createServer((request, response) => {
    if (request.url === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    } else {
      keys.current
        .then(({ publicKey }) => exportJWK(publicKey))
        .then((jwk) => response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] })));
    }
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const address = provider.address();
    issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { OpenIDConnectProviderArn } = await iam.createOpenIDConnectProvider({ Url: issuer, ClientIDList: ['app'] });
    const Condition = { StringEquals: { [`${issuer.slice(7)}:sub`]: 'anna' } };
    const trust = {
      Principal: { Federated: OpenIDConnectProviderArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition,
    };
    arn = (await createRole(trust, allow('execute-api:Invoke'))).arn;
  });
  afterAll(() => provider.close());

  interface Claims {
    readonly sub?: string;
    readonly aud?: string;
    readonly iss?: string;
    readonly seconds?: number;
  }
  async function token(
    { sub = 'anna', aud = 'app', iss = issuer, seconds = 300 }: Claims = {},
    key: keyof typeof keys = 'current',
  ) {
    const now = Math.floor(Date.now() / 1000);
    const jwt = new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setSubject(sub)
      .setAudience(aud)
      .setIssuer(iss);
    return jwt
      .setIssuedAt(now - 600)
      .setExpirationTime(now + seconds)
      .sign((await keys[key]).privateKey);
  }
  /** Unsigned, as the SDK sends it: nobody has credentials yet. */
  const assumeWith = (WebIdentityToken: string, RoleArn = arn) =>
    new STS({
      endpoint: server.controlUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: '', secretAccessKey: '' },
      maxAttempts: 1,
    }).assumeRoleWithWebIdentity({
      RoleArn,
      RoleSessionName: 'web',
      WebIdentityToken,
    });

  test('gives whoever shows a good token a session', async () => {
    const { url } = await deployWho(server, root);
    const answer = await assumeWith(await token());
    expect(answer).toMatchObject({ SubjectFromWebIdentityToken: 'anna', Audience: 'app' });
    expect((await callSigned(url, keyOf(answer.Credentials))).status).toBe(200);
  });

  test('asks the trust policy of the time, too', async () => {
    const { OpenIDConnectProviderList = [] } = await iam.listOpenIDConnectProviders({});
    const Principal = {
      Federated: known(OpenIDConnectProviderList.find(({ Arn }) => Arn?.endsWith(issuer.slice(7)))?.Arn),
    };
    const Action = 'sts:AssumeRoleWithWebIdentity';
    const over = (date: string) => ({ Principal, Action, Condition: { DateLessThan: { 'aws:CurrentTime': date } } });
    const [past, still] = [
      await createRole(over('2020-01-01T00:00:00Z')),
      await createRole(over('2100-01-01T00:00:00Z')),
    ];
    await expect(assumeWith(await token(), past.arn)).rejects.toMatchObject({
      name: expect.stringContaining('AccessDenied'),
    });
    expect(await assumeWith(await token(), still.arn)).toMatchObject({ SubjectFromWebIdentityToken: 'anna' });
  });

  const unsigned = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  };
  test.each<[string, () => Promise<string>, string]>([
    ['of somebody whom the role does not trust', () => token({ sub: 'bob' }), 'AccessDenied'],
    ['for another client', () => token({ aud: 'other' }), 'InvalidIdentityToken'],
    ['of another issuer', () => token({ iss: 'https://elsewhere.example' }), 'InvalidIdentityToken'],
    ['that has expired', () => token({ seconds: -10 }), 'ExpiredToken'],
    ['signed by another key', () => token({}, 'other'), 'InvalidIdentityToken'],
    [
      'signed by none',
      async () => unsigned({ iss: issuer, sub: 'anna', aud: 'app', exp: 9_999_999_999 }),
      'InvalidIdentityToken',
    ],
    ['that is none', async () => 'x'.repeat(20), 'InvalidIdentityToken'],
  ])('refuses a token %s', async (_, make, code) => {
    await expect(assumeWith(await make())).rejects.toMatchObject({ name: expect.stringContaining(code) });
  });
});
