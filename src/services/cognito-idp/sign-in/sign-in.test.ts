import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { addConfirmed, call, claimsOf, NOW_MS, PASSWORD, refusal, startPool } from '../testing/service.ts';
import { srpClient } from '../testing/srp-client.ts';

// Flows, challenges and claims: Cognito API reference and developer guide; texts of refusals as users of AWS report them.
type Pool = Awaited<ReturnType<typeof startPool>>;

async function start(...given: Parameters<typeof startPool>) {
  const pool = await startPool(...given);
  await addConfirmed(pool, 'anna', [{ Name: 'email', Value: 'anna@example.com' }]);
  return pool;
}

const byPassword = ({ api, clientId }: Pool, USERNAME: string, PASSWORD: string, nowMs = NOW_MS) =>
  api.initiateAuth(
    { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } },
    call({ nowMs }),
  );

async function bySrp({ api, clientId, poolId }: Pool, USERNAME: string, password: string, more: object = {}) {
  const client = srpClient(poolId);
  const { ChallengeName, ChallengeParameters = {} } = await api.initiateAuth(
    { ClientId: clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME, SRP_A: client.SRP_A, ...more } },
    call(),
  );
  expect(ChallengeName).toBe('PASSWORD_VERIFIER');
  const ChallengeResponses = { ...client.respond(ChallengeParameters, password), ...more };
  const answer = () =>
    api.respondToAuthChallenge({ ClientId: clientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses }, call());
  return { answer, ChallengeParameters };
}

describe('a password', () => {
  it('gives tokens with Cognito’s claims', async () => {
    const pool = await start();
    const { AuthenticationResult: result } = await byPassword(pool, 'anna', PASSWORD);
    expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer', RefreshToken: expect.any(String) });
    const iss = `https://cognito-idp.us-east-1.amazonaws.com/${pool.poolId}`;
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const now = NOW_MS / 1000;
    const both = {
      sub: uuid,
      iss,
      event_id: uuid,
      origin_jti: uuid,
      jti: uuid,
      auth_time: now,
      iat: now,
      exp: now + 3600,
    };
    expect(claimsOf(result?.IdToken)).toEqual({
      ...both,
      aud: pool.clientId,
      token_use: 'id',
      'cognito:username': 'anna',
      email: 'anna@example.com',
      email_verified: false,
    });
    expect(claimsOf(result?.AccessToken)).toEqual({
      ...both,
      client_id: pool.clientId,
      token_use: 'access',
      username: 'anna',
      scope: 'aws.cognito.signin.user.admin',
    });
  });

  it('names groups by precedence, and the role of the first', async () => {
    const pool = await start();
    const UserPoolId = pool.poolId;
    const groups = [
      { GroupName: 'a', Precedence: 10, RoleArn: 'arn:aws:iam::111111111111:role/a' },
      { GroupName: 'b', Precedence: 1, RoleArn: 'arn:aws:iam::111111111111:role/b' },
      { GroupName: 'c' },
    ];
    for (const group of groups) {
      await pool.api.createGroup({ UserPoolId, ...group }, call());
      await pool.api.adminAddUserToGroup({ UserPoolId, Username: 'anna', GroupName: group.GroupName }, call());
    }
    const { AuthenticationResult: result } = await byPassword(pool, 'anna', PASSWORD);
    expect(claimsOf(result?.AccessToken)['cognito:groups']).toEqual(['b', 'a', 'c']);
    expect(claimsOf(result?.IdToken)).toMatchObject({
      'cognito:groups': ['b', 'a', 'c'],
      'cognito:roles': ['arn:aws:iam::111111111111:role/b', 'arn:aws:iam::111111111111:role/a'],
      'cognito:preferred_role': 'arn:aws:iam::111111111111:role/b',
    });
  });

  it.each([
    ['wrong', 'anna', 'Wrong-Horse-1', refusal('NotAuthorized', 'Incorrect username or password.')],
    ['of nobody', 'berta', PASSWORD, refusal('UserNotFound', 'User does not exist.')],
  ])('that is %s is refused', async (_, user, password, expected) => {
    await expect(byPassword(await start(), user, password)).rejects.toMatchObject(expected);
  });

  it('of nobody is told from a wrong one by nothing where the client says so, locks included', async () => {
    const pool = await start({}, { PreventUserExistenceErrors: 'ENABLED' });
    const wrong = refusal('NotAuthorized', 'Incorrect username or password.');
    const locked = refusal('NotAuthorized', 'Password attempts exceeded');
    for (const user of ['anna', 'berta']) {
      for (let attempt = 0; attempt < 5; attempt++) {
        await expect(byPassword(pool, user, 'Wrong-Horse-1')).rejects.toMatchObject(wrong);
      }
      await expect(byPassword(pool, user, 'Wrong-Horse-1')).rejects.toMatchObject(locked);
    }
  });

  it('is refused to users who may not sign in, and only when it is right', async () => {
    const pool = await start();
    const who = { UserPoolId: pool.poolId, Username: 'anna' };
    await pool.api.adminDisableUser(who, call());
    const wrong = refusal('NotAuthorized', 'Incorrect username or password.');
    await expect(byPassword(pool, 'anna', 'Wrong-Horse-1')).rejects.toMatchObject(wrong);
    await expect(byPassword(pool, 'anna', PASSWORD)).rejects.toMatchObject(
      refusal('NotAuthorized', 'User is disabled.'),
    );
    await pool.api.adminEnableUser(who, call());
    await expect(byPassword(pool, 'anna', PASSWORD)).resolves.toHaveProperty('AuthenticationResult');
  });

  it('of a name that is longer than any is of nobody', async () => {
    const pool = await start({}, { PreventUserExistenceErrors: 'ENABLED' });
    const wrong = refusal('NotAuthorized', 'Incorrect username or password.');
    for (const name of ['x'.repeat(500_000), '\ud800', 'a/b']) {
      await expect(byPassword(pool, name, PASSWORD)).rejects.toMatchObject(wrong);
    }
  });

  it('is needed, and so is a name', async () => {
    const { api, clientId } = await start();
    const given = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH' };
    const missing = (name: string) => refusal('InvalidParameter', `Missing required parameter ${name}`);
    await expect(api.initiateAuth(given, call())).rejects.toMatchObject(missing('USERNAME'));
    const AuthParameters = { USERNAME: 'anna' };
    await expect(api.initiateAuth({ ...given, AuthParameters }, call())).rejects.toMatchObject(missing('PASSWORD'));
  });
});

// Developer guide, "Lockout behavior for failed sign-in attempts": 2^(n-5) seconds after the n-th failure.
describe('a lockout', () => {
  const locked = refusal('NotAuthorized', 'Password attempts exceeded');
  const fail = async (pool: Pool, nowMs: number) =>
    expect(byPassword(pool, 'anna', 'Wrong-Horse-1', nowMs)).rejects.toMatchObject({ code: 'NotAuthorizedException' });

  it('begins with the fifth failure, doubles, and ends with a sign-in', async () => {
    const pool = await start();
    for (let attempt = 0; attempt < 5; attempt++) await fail(pool, NOW_MS);
    await expect(byPassword(pool, 'anna', PASSWORD, NOW_MS + 999)).rejects.toMatchObject(locked);
    await fail(pool, NOW_MS + 1_000);
    await expect(byPassword(pool, 'anna', PASSWORD, NOW_MS + 2_999)).rejects.toMatchObject(locked);
    await byPassword(pool, 'anna', PASSWORD, NOW_MS + 3_000);
    for (let attempt = 0; attempt < 4; attempt++) await fail(pool, NOW_MS + 3_000);
    await byPassword(pool, 'anna', PASSWORD, NOW_MS + 3_000);
  });

  it('is not got round by attempts at once', async () => {
    const pool = await start();
    const attempts = Array.from({ length: 20 }, () => byPassword(pool, 'anna', 'Wrong-Horse-1'));
    const answers = (await Promise.allSettled(attempts)).map((each) =>
      each.status === 'rejected' ? each.reason.message : '',
    );
    expect(answers.filter((message) => message === 'Incorrect username or password.')).toHaveLength(5);
  });
});

describe('a temporary password', () => {
  const TEMPORARY = 'Temporary-1';
  async function startTemporary(...given: Parameters<typeof startPool>) {
    const pool = await startPool(...given);
    const UserPoolId = pool.poolId;
    const input = { UserPoolId, Username: 'anna', TemporaryPassword: TEMPORARY, MessageAction: 'SUPPRESS' };
    await pool.api.adminCreateUser(input, call());
    return pool;
  }

  it('must be replaced, once', async () => {
    const pool = await startTemporary();
    const { ChallengeName, Session, ChallengeParameters } = await byPassword(pool, 'anna', TEMPORARY);
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(ChallengeParameters).toEqual({ USER_ID_FOR_SRP: 'anna', requiredAttributes: '[]', userAttributes: '{}' });
    const answer = () =>
      pool.api.respondToAuthChallenge(
        {
          ClientId: pool.clientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME: 'anna', NEW_PASSWORD: PASSWORD },
        },
        call(),
      );
    expect(claimsOf((await answer()).AuthenticationResult?.IdToken)).toMatchObject({ 'cognito:username': 'anna' });
    await expect(answer()).rejects.toMatchObject(refusal('NotAuthorized', 'Invalid session for the user.'));
    await expect(byPassword(pool, 'anna', TEMPORARY)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    await expect(byPassword(pool, 'anna', PASSWORD)).resolves.toHaveProperty('AuthenticationResult');
  });

  it('is asked for attributes that the pool requires', async () => {
    const pool = await startTemporary({ Schema: [{ Name: 'name', Required: true }] });
    const { Session, ChallengeParameters } = await byPassword(pool, 'anna', TEMPORARY);
    expect(ChallengeParameters?.requiredAttributes).toBe('["userAttributes.name"]');
    const answer = (more: object) =>
      pool.api.respondToAuthChallenge(
        {
          ClientId: pool.clientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME: 'anna', NEW_PASSWORD: PASSWORD, ...more },
        },
        call(),
      );
    await expect(answer({})).rejects.toMatchObject({ code: 'InvalidParameterException' });
    expect(claimsOf((await answer({ 'userAttributes.name': 'Anna' })).AuthenticationResult?.IdToken).name).toBe('Anna');
  });

  it('keeps what an administrator changes while it is replaced', async () => {
    const pool = await startTemporary();
    const { Session } = await byPassword(pool, 'anna', TEMPORARY);
    const who = { UserPoolId: pool.poolId, Username: 'anna' };
    const input = { ...who, UserAttributes: [{ Name: 'name', Value: 'Anna' }] };
    // The change comes after the user was read, and before he is written.
    const transact = pool.store.transact.bind(pool.store);
    vi.spyOn(pool.store, 'transact').mockImplementationOnce(async (work) => {
      await pool.api.adminUpdateUserAttributes(input, call());
      return transact(work);
    });
    const ChallengeResponses = { USERNAME: 'anna', NEW_PASSWORD: PASSWORD };
    await pool.api.respondToAuthChallenge(
      { ClientId: pool.clientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses },
      call(),
    );
    const { UserAttributes } = await pool.api.adminGetUser(who, call());
    expect(UserAttributes).toContainEqual({ Name: 'name', Value: 'Anna' });
  });

  it('ends after the days that the policy gives it', async () => {
    const pool = await startTemporary();
    const expired = 'Temporary password has expired and must be reset by an administrator.';
    await expect(byPassword(pool, 'anna', TEMPORARY, NOW_MS + 7 * 86_400_000)).rejects.toMatchObject(
      refusal('NotAuthorized', expired),
    );
  });

  it.each([
    ['of another client', 'other'],
    ['that was changed', 'changed'],
    ['that is none', 'none'],
  ])('is not replaced by a session %s', async (_, kind) => {
    const pool = await startTemporary();
    const { Session = '' } = await byPassword(pool, 'anna', TEMPORARY);
    const other = await pool.api.createUserPoolClient({ UserPoolId: pool.poolId, ClientName: 'b' }, call());
    const ClientId = kind === 'other' ? (other.UserPoolClient?.ClientId ?? '') : pool.clientId;
    const given = kind === 'changed' ? `A${Session.slice(1)}` : kind === 'none' ? 'nonsense' : Session;
    const ChallengeResponses = { USERNAME: 'anna', NEW_PASSWORD: PASSWORD };
    const input = { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: given, ChallengeResponses };
    await expect(pool.api.respondToAuthChallenge(input, call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'Invalid session for the user.'),
    );
  });
});

describe('SRP', () => {
  it('lets in who knows the password, and nobody else', async () => {
    const pool = await start();
    const right = await bySrp(pool, 'anna', PASSWORD);
    expect(claimsOf((await right.answer()).AuthenticationResult?.IdToken)).toMatchObject({
      'cognito:username': 'anna',
    });
    const wrong = await bySrp(pool, 'anna', 'Wrong-Horse-1');
    await expect(wrong.answer()).rejects.toMatchObject(refusal('NotAuthorized', 'Incorrect username or password.'));
  });

  it('takes an answer once', async () => {
    const { answer } = await bySrp(await start(), 'anna', PASSWORD);
    await answer();
    await expect(answer()).rejects.toMatchObject(refusal('NotAuthorized', 'Incorrect username or password.'));
  });

  it.each(['0', 'f'.repeat(768), '00', 'nonsense', '1', ''])(
    'takes no public value that gives the secret away: %s',
    async (SRP_A) => {
      const { api, clientId } = await start();
      const AuthParameters = { USERNAME: 'anna', SRP_A };
      const input = { ClientId: clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters };
      await expect(api.initiateAuth(input, call())).rejects.toMatchObject({ code: 'InvalidParameterException' });
    },
  );

  it('challenges who is not there like a user, where the client says so', async () => {
    const pool = await start({}, { PreventUserExistenceErrors: 'ENABLED' });
    const first = await bySrp(pool, 'berta', PASSWORD);
    const second = await bySrp(pool, 'berta', PASSWORD);
    expect(first.ChallengeParameters.SALT).toBe(second.ChallengeParameters.SALT);
    expect(first.ChallengeParameters.SRP_B).not.toBe(second.ChallengeParameters.SRP_B);
    await expect(first.answer()).rejects.toMatchObject(refusal('NotAuthorized', 'Incorrect username or password.'));
  });
});

// Developer guide, "Managing user existence error responses": "internal user id in Universally Unique Identifier (UUID) format".
it('SRP tells by nothing whose an address is, nor does its lock', async () => {
  const settings = { UsernameAttributes: ['email' as const], UsernameConfiguration: { CaseSensitive: false } };
  const pool = await startPool(settings, { PreventUserExistenceErrors: 'ENABLED' });
  await addConfirmed(pool, 'anna@example.com');
  for (const name of ['anna@example.com', 'berta@example.com']) {
    const { ChallengeParameters: first } = await bySrp(pool, name, 'Wrong-Horse-1');
    const { ChallengeParameters: again } = await bySrp(pool, name.toUpperCase(), 'Wrong-Horse-1');
    expect(first.USER_ID_FOR_SRP).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([again.USER_ID_FOR_SRP, again.SALT]).toEqual([first.USER_ID_FOR_SRP, first.SALT]);
    const wrong = refusal('NotAuthorized', 'Incorrect username or password.');
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect((await bySrp(pool, name, 'Wrong-Horse-1')).answer()).rejects.toMatchObject(wrong);
    }
    await expect((await bySrp(pool, name, 'Wrong-Horse-1')).answer()).rejects.toMatchObject(
      refusal('NotAuthorized', 'Password attempts exceeded'),
    );
  }
});

// Developer guide, "Computing secret hash values".
it('a client with a secret must show that it knows it', async () => {
  const pool = await start({}, { GenerateSecret: true });
  const { clientId, secret = '', api } = pool;
  const attempt = (SECRET_HASH?: string) =>
    api.initiateAuth(
      {
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'anna', PASSWORD, ...(SECRET_HASH !== undefined && { SECRET_HASH }) },
      },
      call(),
    );
  const hash = createHmac('sha256', secret).update(`anna${clientId}`).digest('base64');
  await expect(attempt()).rejects.toMatchObject(
    refusal('NotAuthorized', `Client ${clientId} is configured with secret but SECRET_HASH was not received`),
  );
  await expect(attempt('AAAA')).rejects.toMatchObject(
    refusal('NotAuthorized', `Unable to verify secret hash for client ${clientId}`),
  );
  await expect(attempt(hash)).resolves.toHaveProperty('AuthenticationResult');
  await expect((await bySrp(pool, 'anna', PASSWORD, { SECRET_HASH: hash })).answer()).resolves.toHaveProperty(
    'AuthenticationResult',
  );
});

it.each([
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ['ADMIN_USER_PASSWORD_AUTH', 'Initiate Auth method not supported'],
  ['__proto__', 'Initiate Auth method not supported'],
])('the flow %s is refused to a client that was never told of it', async (AuthFlow, message) => {
  const { api, poolId } = await start();
  const { UserPoolClient } = await api.createUserPoolClient({ UserPoolId: poolId, ClientName: 'b' }, call());
  const input = { ClientId: UserPoolClient?.ClientId ?? '', AuthFlow, AuthParameters: {} };
  await expect(api.initiateAuth(input, call())).rejects.toMatchObject(refusal('InvalidParameter', message));
});

describe('a refresh token', () => {
  const refresh = ({ api, clientId }: Pool, REFRESH_TOKEN = '', nowMs = NOW_MS) =>
    api.initiateAuth(
      { ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } },
      call({ nowMs }),
    );

  it('gives new tokens of the same sign-in', async () => {
    const pool = await start();
    const { AuthenticationResult: first } = await byPassword(pool, 'anna', PASSWORD);
    const { AuthenticationResult: second } = await refresh(pool, first?.RefreshToken, NOW_MS + 60_000);
    expect(second).not.toHaveProperty('RefreshToken');
    const [before, after] = [claimsOf(first?.AccessToken), claimsOf(second?.AccessToken)];
    expect(after).toMatchObject({ origin_jti: before.origin_jti, auth_time: before.auth_time, sub: before.sub });
    expect(after.iat).toBe(NOW_MS / 1000 + 60);
  });

  it('is good for nothing when revoked, expired, of another client, or none', async () => {
    const pool = await start();
    const { AuthenticationResult: result } = await byPassword(pool, 'anna', PASSWORD);
    const RefreshToken = result?.RefreshToken ?? '';
    await expect(refresh(pool, 'nonsense')).rejects.toMatchObject(refusal('NotAuthorized', 'Invalid Refresh Token'));
    await expect(refresh(pool, RefreshToken, NOW_MS + 30 * 86_400_000)).rejects.toMatchObject(
      refusal('NotAuthorized', 'Refresh Token has expired'),
    );
    const { UserPoolClient } = await pool.api.createUserPoolClient(
      { UserPoolId: pool.poolId, ClientName: 'b' },
      call(),
    );
    const revoked = refusal('NotAuthorized', 'Refresh Token has been revoked');
    const other = { ...pool, clientId: UserPoolClient?.ClientId ?? '' };
    await expect(refresh(other, RefreshToken)).rejects.toMatchObject(revoked);
    await pool.api.revokeToken({ Token: RefreshToken, ClientId: pool.clientId });
    await expect(refresh(pool, RefreshToken)).rejects.toMatchObject(revoked);
    await expect(pool.api.getUser({ AccessToken: result?.AccessToken ?? '' }, call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'Access Token has been revoked'),
    );
  });

  it('that was exchanged still ends its sign-in when it is revoked', async () => {
    const pool = await start({}, { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } });
    const { clientId: ClientId, api } = pool;
    const { AuthenticationResult: first } = await byPassword(pool, 'anna', PASSWORD);
    const Token = first?.RefreshToken ?? '';
    const { AuthenticationResult: second } = await api.getTokensFromRefreshToken(
      { RefreshToken: Token, ClientId },
      call(),
    );
    await api.revokeToken({ Token, ClientId });
    const RefreshToken = second?.RefreshToken ?? '';
    await expect(api.getTokensFromRefreshToken({ RefreshToken, ClientId }, call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'Refresh Token has been revoked'),
    );
  });

  it('is exchanged where the client rotates, and what was exchanged is good for its time of grace', async () => {
    const rotation = { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } };
    const pool = await start({}, rotation);
    const { AuthenticationResult: result } = await byPassword(pool, 'anna', PASSWORD);
    const next = async (RefreshToken: string | undefined, nowMs: number) =>
      (
        await pool.api.getTokensFromRefreshToken(
          { RefreshToken: RefreshToken ?? '', ClientId: pool.clientId },
          call({ nowMs }),
        )
      ).AuthenticationResult?.RefreshToken;
    const second = await next(result?.RefreshToken, NOW_MS);
    expect(second).not.toBe(result?.RefreshToken);
    const retried = await next(result?.RefreshToken, NOW_MS + 9_999);
    await expect(next(result?.RefreshToken, NOW_MS + 10_000)).rejects.toMatchObject({
      code: 'RefreshTokenReuseException',
    });
    expect(await next(retried, NOW_MS + 10_000)).toEqual(expect.any(String));
  });
});
