import { describe, expect, it } from 'vitest';
import { addConfirmed, call, claimsOf, NOW_MS, PASSWORD, refusal, startPool } from '../testing/service.ts';

// API reference, `AdminConfirmSignUp`, `AdminResetUserPassword`, `AdminDeleteUserAttributes`, `AdminUserGlobalSignOut`; texts as
// users of AWS report them.
type Pool = Awaited<ReturnType<typeof startPool>>;
const EMAIL = { Name: 'email', Value: 'anna@example.com' };
const VERIFIED = { Name: 'email_verified', Value: 'true' };
const ANOTHER = 'Another-Horse-1';
const nobody = refusal('UserNotFound', 'User does not exist.');

const who = ({ poolId: UserPoolId }: Pool, Username = 'anna') => ({ UserPoolId, Username });
const signIn = async ({ api, clientId }: Pool, password = PASSWORD, nowMs = NOW_MS) => {
  const AuthParameters = { USERNAME: 'anna', PASSWORD: password };
  const input = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const;
  const { AuthenticationResult } = await api.initiateAuth(input, call({ nowMs }));
  return { AccessToken: '', RefreshToken: '', ...AuthenticationResult };
};

describe('an administrator confirms', () => {
  it('a sign-up without its code, once, which proves no address', async () => {
    const pool = await startPool({ AutoVerifiedAttributes: ['email'] });
    const { api, clientId: ClientId } = pool;
    await api.signUp({ ClientId, Username: 'anna', Password: PASSWORD, UserAttributes: [EMAIL] }, call());
    await expect(signIn(pool)).rejects.toMatchObject(refusal('UserNotConfirmed', 'User is not confirmed.'));
    expect(await api.adminConfirmSignUp(who(pool), call())).toEqual({});
    const { UserStatus, UserAttributes } = await api.adminGetUser(who(pool), call());
    expect(UserStatus).toBe('CONFIRMED');
    expect(UserAttributes).not.toContainEqual(VERIFIED);
    expect((await signIn(pool)).AccessToken).not.toBe('');
    await expect(api.adminConfirmSignUp(who(pool), call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'User cannot be confirmed. Current status is CONFIRMED'),
    );
  });

  it('nobody who is not there or whom he made himself', async () => {
    const pool = await startPool();
    await expect(pool.api.adminConfirmSignUp(who(pool), call())).rejects.toMatchObject(nobody);
    await pool.api.adminCreateUser({ ...who(pool), MessageAction: 'SUPPRESS' }, call());
    await expect(pool.api.adminConfirmSignUp(who(pool), call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'User cannot be confirmed. Current status is FORCE_CHANGE_PASSWORD'),
    );
  });
});

describe('an administrator resets a password', () => {
  it('by a code, and the old one is worth nothing until there is a new one', async () => {
    const pool = await startPool();
    const { api, clientId: ClientId } = pool;
    await addConfirmed(pool, 'anna', [EMAIL, VERIFIED]);
    expect(await api.adminResetUserPassword(who(pool), call())).toEqual({});
    expect(pool.sent).toMatchObject([{ medium: 'EMAIL', to: EMAIL.Value }]);
    expect((await api.adminGetUser(who(pool), call())).UserStatus).toBe('RESET_REQUIRED');
    await expect(signIn(pool)).rejects.toMatchObject(
      refusal('PasswordResetRequired', 'Password reset required for the user'),
    );
    const proof = { ClientId, Username: 'anna', ConfirmationCode: pool.code(), Password: ANOTHER };
    await api.confirmForgotPassword(proof, call());
    expect((await signIn(pool, ANOTHER)).AccessToken).not.toBe('');
  });

  it.each([
    [[EMAIL], {}, 'InvalidParameter', 'there is no registered/verified email or phone_number'],
    [
      [EMAIL, VERIFIED],
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only' as const, Priority: 1 }] } },
      'NotAuthorized',
      'Contact administrator to reset password.',
    ],
  ])('of no user who cannot be reached: %j in %j', async (attributes, settings, name, message) => {
    const pool = await startPool(settings);
    await addConfirmed(pool, 'anna', attributes);
    await expect(pool.api.adminResetUserPassword(who(pool), call())).rejects.toMatchObject({
      code: `${name}Exception`,
      message: expect.stringContaining(message),
    });
    expect((await signIn(pool)).AccessToken).not.toBe('');
  });

  it('of nobody who is not there, or who has a temporary one', async () => {
    const pool = await startPool();
    await expect(pool.api.adminResetUserPassword(who(pool), call())).rejects.toMatchObject(nobody);
    const UserAttributes = [EMAIL, VERIFIED];
    await pool.api.adminCreateUser({ ...who(pool), UserAttributes, MessageAction: 'SUPPRESS' }, call());
    await expect(pool.api.adminResetUserPassword(who(pool), call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'User password cannot be reset in the current state.'),
    );
    expect((await pool.api.adminGetUser(who(pool), call())).UserStatus).toBe('FORCE_CHANGE_PASSWORD');
    expect(pool.sent).toEqual([]);
  });
});

it('attributes that an administrator takes away are missing from the next tokens, and the alias is free', async () => {
  const pool = await startPool({
    AliasAttributes: ['email'],
    Schema: [{ Name: 'plan', AttributeDataType: 'String', DeveloperOnlyAttribute: true }],
  });
  const { api } = pool;
  await addConfirmed(pool, 'anna', [
    EMAIL,
    VERIFIED,
    { Name: 'dev:plan', Value: 'a' },
    { Name: 'name', Value: 'Anna' },
  ]);
  const remove = (...UserAttributeNames: string[]) =>
    api.adminDeleteUserAttributes({ ...who(pool), UserAttributeNames }, call());
  expect(await remove('email', 'email_verified', 'dev:plan', 'nickname')).toEqual({});
  const { UserAttributes } = await api.adminGetUser(who(pool), call());
  expect(UserAttributes?.map(({ Name }) => Name).sort()).toEqual(['name', 'sub']);
  const claims = claimsOf((await signIn(pool)).IdToken);
  expect(claims).toMatchObject({ name: 'Anna' });
  expect(claims).not.toHaveProperty('email');
  await expect(api.adminGetUser(who(pool, EMAIL.Value), call())).rejects.toMatchObject(nobody);
  for (const name of ['plan', 'sub']) {
    await expect(remove('name', name)).rejects.toMatchObject({ code: 'InvalidParameterException' });
  }
  expect(claimsOf((await signIn(pool)).IdToken)).toMatchObject({ name: 'Anna' });
  const input = { ...who(pool, 'bert'), UserAttributeNames: ['name'] };
  await expect(api.adminDeleteUserAttributes(input, call())).rejects.toMatchObject(nobody);
});

it('a user whom an administrator signs out must sign in again, everywhere, and may', async () => {
  const pool = await startPool();
  const { api, clientId: ClientId } = pool;
  await addConfirmed(pool, 'anna');
  await addConfirmed(pool, 'bert');
  const open = [await signIn(pool), await signIn(pool)];
  expect(await api.adminUserGlobalSignOut(who(pool), call())).toEqual({});
  for (const { AccessToken, RefreshToken } of open) {
    await expect(api.getUser({ AccessToken }, call())).rejects.toMatchObject(
      refusal('NotAuthorized', 'Access Token has been revoked'),
    );
    await expect(api.getTokensFromRefreshToken({ ClientId, RefreshToken }, call())).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
  }
  const { AccessToken } = await signIn(pool, PASSWORD, NOW_MS + 1000);
  expect(await api.getUser({ AccessToken }, call({ nowMs: NOW_MS + 2000 }))).toMatchObject({ Username: 'anna' });
  await api.adminUserGlobalSignOut(who(pool, 'bert'), call());
  await expect(api.getUser({ AccessToken }, call())).resolves.toBeDefined();
  await expect(api.adminUserGlobalSignOut(who(pool, 'carla'), call())).rejects.toMatchObject(nobody);
});
