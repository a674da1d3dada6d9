import { expect, it } from 'vitest';
import { addConfirmed, call, claimsOf, NOW_MS, PASSWORD, refusal, startPool } from '../testing/service.ts';
import { srpClient } from '../testing/srp-client.ts';

// API reference, `AdminRespondToAuthChallenge`: `ADMIN_USER_PASSWORD_AUTH` leads to `NEW_PASSWORD_REQUIRED`, `USER_SRP_AUTH` to
// `PASSWORD_VERIFIER`; texts of refusals as users of AWS report them.
const TEMPORARY = 'Temporary-1';

async function startTemporary() {
  const pool = await startPool({ Schema: [{ Name: 'name', AttributeDataType: 'String', Required: true }] });
  const { api, poolId: UserPoolId, clientId: ClientId } = pool;
  const user = { UserPoolId, Username: 'anna', TemporaryPassword: TEMPORARY };
  await api.adminCreateUser({ ...user, MessageAction: 'SUPPRESS' }, call());
  const AuthParameters = { USERNAME: 'anna', PASSWORD: TEMPORARY };
  const begun = await api.adminInitiateAuth(
    { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters },
    call(),
  );
  const respond = (responses: Readonly<Record<string, string>>, more: object = {}, nowMs = NOW_MS) =>
    api.adminRespondToAuthChallenge(
      {
        UserPoolId,
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: begun.Session,
        ChallengeResponses: { USERNAME: 'anna', ...responses },
        ...more,
      },
      call({ nowMs }),
    );
  return { ...pool, begun, respond };
}

it('a temporary password is replaced through an administrator, once, with what the pool requires', async () => {
  const { api, poolId, begun, respond } = await startTemporary();
  expect(begun.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  expect(begun.ChallengeParameters?.requiredAttributes).toBe('["userAttributes.name"]');
  const good = { NEW_PASSWORD: PASSWORD, 'userAttributes.name': 'Anna' };
  await expect(respond({ NEW_PASSWORD: PASSWORD })).rejects.toMatchObject({ code: 'InvalidParameterException' });
  await expect(respond({ ...good, NEW_PASSWORD: 'short' })).rejects.toMatchObject({ code: 'InvalidPasswordException' });
  const { AuthenticationResult, ChallengeName } = await respond(good);
  expect(ChallengeName).toBeUndefined();
  expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ 'cognito:username': 'anna', name: 'Anna' });
  expect(await api.adminGetUser({ UserPoolId: poolId, Username: 'anna' }, call())).toMatchObject({
    UserStatus: 'CONFIRMED',
  });
  await expect(respond(good)).rejects.toMatchObject(refusal('NotAuthorized', 'Invalid session for the user.'));
});

it('an answer needs its session, its time, and the client of the pool', async () => {
  const { api, poolId, begun, respond } = await startTemporary();
  const good = { NEW_PASSWORD: PASSWORD, 'userAttributes.name': 'Anna' };
  const { UserPoolClient } = await api.createUserPoolClient({ UserPoolId: poolId, ClientName: 'other' }, call());
  const { UserPool } = await api.createUserPool({ PoolName: 'other' }, call());
  const invalid = { code: 'NotAuthorizedException' };
  await expect(respond(good, { Session: undefined })).rejects.toMatchObject({ code: 'InvalidParameterException' });
  await expect(respond(good, { Session: `${begun.Session?.slice(0, -8)}AAAAAAAA` })).rejects.toMatchObject(invalid);
  await expect(respond(good, { ClientId: UserPoolClient?.ClientId })).rejects.toMatchObject(invalid);
  await expect(respond({ ...good, USERNAME: 'bert' })).rejects.toMatchObject(invalid);
  await expect(respond(good, { UserPoolId: UserPool?.Id })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
  // `AuthSessionValidity`: three minutes unless told otherwise.
  await expect(respond(good, {}, NOW_MS + 180_000)).rejects.toMatchObject(
    refusal('NotAuthorized', 'Invalid session for the user, session is expired.'),
  );
  await expect(respond(good, {}, NOW_MS + 179_000)).resolves.toHaveProperty('AuthenticationResult');
});

it('SRP ends through an administrator, for who knows the password', async () => {
  const pool = await startPool();
  const { api, poolId: UserPoolId, clientId: ClientId } = pool;
  await addConfirmed(pool, 'anna');
  const answer = async (password: string) => {
    const client = srpClient(UserPoolId);
    const AuthParameters = { USERNAME: 'anna', SRP_A: client.SRP_A };
    const begun = await api.adminInitiateAuth(
      { UserPoolId, ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters },
      call(),
    );
    const ChallengeResponses = client.respond(begun.ChallengeParameters ?? {}, password);
    return api.adminRespondToAuthChallenge(
      { UserPoolId, ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses },
      call(),
    );
  };
  expect(claimsOf((await answer(PASSWORD)).AuthenticationResult?.IdToken)).toMatchObject({ aud: ClientId });
  await expect(answer('Wrong-Horse-1')).rejects.toMatchObject(
    refusal('NotAuthorized', 'Incorrect username or password.'),
  );
});
