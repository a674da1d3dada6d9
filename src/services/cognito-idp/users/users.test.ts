import { describe, expect, it } from 'vitest';
import { addConfirmed, call, NOW_MS, PASSWORD, refusal, startPool } from '../testing/service.ts';

// API reference, `SignUp`, `ForgotPassword`, `AdminCreateUser`, `ListUsers`; texts as users of AWS report them.
type Pool = Awaited<ReturnType<typeof startPool>>;
const EMAIL = { Name: 'email', Value: 'anna@example.com' };

const signUp = ({ api, clientId }: Pool, Username: string, UserAttributes = [EMAIL], Password = PASSWORD) =>
  api.signUp({ ClientId: clientId, Username, Password, UserAttributes }, call());
const confirm = ({ api, clientId }: Pool, Username: string, ConfirmationCode: string, nowMs = NOW_MS) =>
  api.confirmSignUp({ ClientId: clientId, Username, ConfirmationCode }, call({ nowMs }));
const attributesOf = async ({ api, poolId }: Pool, Username: string) => {
  const { UserAttributes = [] } = await api.adminGetUser({ UserPoolId: poolId, Username }, call());
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
};

describe('a sign-up', () => {
  it('sends a code to where the pool verifies, which confirms the user and the address', async () => {
    const pool = await startPool({ AutoVerifiedAttributes: ['email'] });
    expect(await signUp(pool, 'anna')).toEqual({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(pool.sent).toMatchObject([{ medium: 'EMAIL', to: 'anna@example.com', subject: 'Your verification code' }]);
    await confirm(pool, 'anna', pool.code());
    expect(await attributesOf(pool, 'anna')).toMatchObject({ email: 'anna@example.com', email_verified: 'true' });
    await expect(confirm(pool, 'anna', pool.code())).rejects.toMatchObject(
      refusal('NotAuthorized', 'User cannot be confirmed. Current status is CONFIRMED'),
    );
  });

  it('gives a code five guesses, a day, and five codes an hour', async () => {
    const pool = await startPool({ AutoVerifiedAttributes: ['email'] });
    await signUp(pool, 'anna');
    const wrong = pool.code() === '000000' ? '000001' : '000000';
    const mismatch = refusal('CodeMismatch', 'Invalid verification code provided, please try again.');
    const tooOften = refusal('LimitExceeded', 'Attempt limit exceeded, please try after some time.');
    for (let guess = 0; guess < 5; guess++) await expect(confirm(pool, 'anna', wrong)).rejects.toMatchObject(mismatch);
    await expect(confirm(pool, 'anna', pool.code())).rejects.toMatchObject(tooOften);
    const resend = () => pool.api.resendConfirmationCode({ ClientId: pool.clientId, Username: 'anna' }, call());
    for (let sent = 1; sent < 5; sent++) await resend();
    await expect(resend()).rejects.toMatchObject(tooOften);
    await expect(confirm(pool, 'anna', pool.code(), NOW_MS + 86_400_000)).rejects.toMatchObject(
      refusal('ExpiredCode', 'Invalid code provided, please request a code again.'),
    );
    await confirm(pool, 'anna', pool.code());
  });

  it.each<[string, Parameters<typeof startPool>[0], string, { Name: string; Value: string }[], object]>([
    ['a namesake', {}, 'taken', [], refusal('UsernameExists', 'User already exists')],
    ['an unknown attribute', {}, 'a', [{ Name: 'x', Value: '1' }], { code: 'InvalidParameterException' }],
    ['a verified address', {}, 'a', [{ Name: 'email_verified', Value: 'true' }], { code: 'NotAuthorizedException' }],
    [
      'a name that is an address',
      { AliasAttributes: ['email'] },
      'a@b.test',
      [],
      { code: 'InvalidParameterException' },
    ],
    [
      'no address',
      { UsernameAttributes: ['email'] },
      'anna',
      [],
      refusal('InvalidParameter', 'Username should be an email.'),
    ],
    ['a name that is none', {}, 'a b', [], { code: 'InvalidParameterException' }],
    [
      'what the pool requires missing',
      { Schema: [{ Name: 'name', Required: true }] },
      'a',
      [],
      refusal('InvalidParameter', 'Attributes did not conform to the schema: name: The attribute name is required\n'),
    ],
    [
      'an administrator alone who may',
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
      'a',
      [],
      refusal('NotAuthorized', 'SignUp is not permitted for this user pool'),
    ],
  ])('with %s is refused', async (_, settings, name, attributes, expected) => {
    const pool = await startPool(settings);
    await pool.api.adminCreateUser(
      {
        UserPoolId: pool.poolId,
        Username: settings?.UsernameAttributes ? 'x@y.test' : 'taken',
        MessageAction: 'SUPPRESS',
      },
      call(),
    );
    await expect(signUp(pool, name, attributes)).rejects.toMatchObject(expected);
  });

  it.each([
    ['Short-1', 'Password not long enough'],
    ['correct-horse-1', 'Password must have uppercase characters'],
    ['CORRECT-HORSE-1', 'Password must have lowercase characters'],
    ['Correct-Horse', 'Password must have numeric characters'],
    ['CorrectHorse1', 'Password must have symbol characters'],
  ])('with the password %s hears of the rule', async (password, rule) => {
    await expect(signUp(await startPool(), 'a', [], password)).rejects.toMatchObject(
      refusal('InvalidPassword', `Password did not conform with policy: ${rule}`),
    );
  });

  // Anybody may sign up, so a password of any length must be read in one pass.
  it('with a password of a hundred thousand letters and a space is refused at once', async () => {
    const pool = await startPool();
    const before = performance.now();
    await expect(signUp(pool, 'a', [], `${'x'.repeat(100_000)} `)).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('never repeats a password that has no form', async () => {
    const error = await signUp(await startPool(), 'a', [], ' secret').catch((reason) => reason);
    expect(error.message).toContain("Value at 'password' failed to satisfy constraint");
    expect(error.message).not.toContain('secret');
  });
});

describe('an address', () => {
  // AWS CLI, example of `admin-create-user`: the answer has the attributes of the request and `sub`.
  it('of a user whom an administrator makes says nothing of being verified, until it changes', async () => {
    const pool = await startPool();
    await addConfirmed(pool, 'anna', [EMAIL]);
    const who = { UserPoolId: pool.poolId, Username: 'anna' };
    expect(await attributesOf(pool, 'anna')).toEqual({ sub: expect.any(String), email: EMAIL.Value });
    await pool.api.adminUpdateUserAttributes({ ...who, UserAttributes: [EMAIL] }, call());
    expect(await attributesOf(pool, 'anna')).not.toHaveProperty('email_verified');
    await pool.api.adminUpdateUserAttributes(
      { ...who, UserAttributes: [{ Name: 'email', Value: 'b@b.test' }] },
      call(),
    );
    expect(await attributesOf(pool, 'anna')).toMatchObject({ email_verified: 'false' });
  });

  it('stands for a name, one user each, whatever its case where the pool does not mind', async () => {
    const pool = await startPool({ UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } });
    await addConfirmed(pool, 'anna@example.com');
    await expect(signUp(pool, 'ANNA@example.com', [])).rejects.toMatchObject(
      refusal('UsernameExists', 'An account with the given email already exists.'),
    );
    const { Username } = await pool.api.adminGetUser({ UserPoolId: pool.poolId, Username: 'Anna@Example.com' }, call());
    expect(Username).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('as an alias counts when it is verified, and goes over by force alone', async () => {
    const pool = await startPool({ AliasAttributes: ['email'] });
    const { api, poolId: UserPoolId } = pool;
    const verified = [EMAIL, { Name: 'email_verified', Value: 'true' }];
    const create = (Username: string, UserAttributes: object[], ForceAliasCreation = false) =>
      api.adminCreateUser(
        {
          UserPoolId,
          Username,
          UserAttributes: UserAttributes as never,
          ForceAliasCreation,
          MessageAction: 'SUPPRESS',
        },
        call(),
      );
    await create('open', [EMAIL]);
    await expect(api.adminGetUser({ UserPoolId, Username: EMAIL.Value }, call())).rejects.toMatchObject({
      code: 'UserNotFoundException',
    });
    await create('first', verified);
    expect(await api.adminGetUser({ UserPoolId, Username: EMAIL.Value }, call())).toMatchObject({ Username: 'first' });
    await expect(create('second', verified)).rejects.toMatchObject(
      refusal('AliasExists', 'An account with the email already exists.'),
    );
    await create('second', verified, true);
    expect(await api.adminGetUser({ UserPoolId, Username: EMAIL.Value }, call())).toMatchObject({ Username: 'second' });
    expect(await attributesOf(pool, 'first')).toMatchObject({ email_verified: 'false' });
  });

  it('that changes is verified anew', async () => {
    const pool = await startPool({ AutoVerifiedAttributes: ['email'], AliasAttributes: ['email'] });
    await addConfirmed(pool, 'anna', [EMAIL, { Name: 'email_verified', Value: 'true' }]);
    const { AuthenticationResult } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: EMAIL.Value, PASSWORD } },
      call(),
    );
    const AccessToken = AuthenticationResult?.AccessToken ?? '';
    const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }];
    await pool.api.updateUserAttributes({ AccessToken, UserAttributes }, call());
    expect(await attributesOf(pool, 'anna')).toMatchObject({ email: 'new@example.com', email_verified: 'false' });
    await pool.api.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: pool.code() }, call());
    expect(await attributesOf(pool, 'anna')).toMatchObject({ email_verified: 'true' });
  });

  // Else a code to one's own address would prove somebody else's.
  it('is proven by a code that went to it, not by one to the address before', async () => {
    const pool = await startPool({ AliasAttributes: ['email'] });
    await addConfirmed(pool, 'mallory', [{ Name: 'email', Value: 'mallory@example.com' }]);
    const { AuthenticationResult } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'mallory', PASSWORD } },
      call(),
    );
    const AccessToken = AuthenticationResult?.AccessToken ?? '';
    await pool.api.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' }, call());
    await pool.api.updateUserAttributes({ AccessToken, UserAttributes: [EMAIL] }, call());
    const verify = () =>
      pool.api.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: pool.code() }, call());
    await expect(verify()).rejects.toMatchObject(
      refusal('ExpiredCode', 'Invalid code provided, please request a code again.'),
    );
    expect(await attributesOf(pool, 'mallory')).toMatchObject({ email: EMAIL.Value, email_verified: 'false' });
  });
});

// API reference, `SchemaAttributeType`: `Mutable`, `DeveloperOnlyAttribute`.
describe('an attribute', () => {
  it.each([
    ['custom:tenant', refusal('InvalidParameter', 'user.custom:tenant: Attribute cannot be updated.\n')],
    ['dev:plan', refusal('NotAuthorized', 'A client attempted to write unauthorized attribute')],
  ])('that its user may not change, he may not take away either: %s', async (name, expected) => {
    const pool = await startPool({
      Schema: [
        { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
        { Name: 'plan', AttributeDataType: 'String', DeveloperOnlyAttribute: true },
      ],
    });
    await addConfirmed(pool, 'anna', [{ Name: name, Value: 'a' }]);
    const AuthParameters = { USERNAME: 'anna', PASSWORD };
    const { AuthenticationResult } = await pool.api.initiateAuth(
      { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters },
      call(),
    );
    const input = { AccessToken: AuthenticationResult?.AccessToken ?? '', UserAttributeNames: [name] };
    await expect(pool.api.deleteUserAttributes(input, call())).rejects.toMatchObject(expected);
    expect(await attributesOf(pool, 'anna')).toMatchObject({ [name]: 'a' });
  });
});

describe('a forgotten password', () => {
  it('is replaced by a code to a verified address', async () => {
    const pool = await startPool();
    await addConfirmed(pool, 'anna', [EMAIL, { Name: 'email_verified', Value: 'true' }]);
    const who = { ClientId: pool.clientId, Username: 'anna' };
    await pool.api.forgotPassword(who, call());
    const input = { ...who, ConfirmationCode: pool.code(), Password: 'Another-Horse-1' };
    await pool.api.confirmForgotPassword(input, call());
    const AuthParameters = { USERNAME: 'anna', PASSWORD: 'Another-Horse-1' };
    await pool.api.initiateAuth({ ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }, call());
    await expect(pool.api.confirmForgotPassword(input, call())).rejects.toMatchObject({ code: 'ExpiredCodeException' });
  });

  it('without a verified address is refused', async () => {
    const pool = await startPool();
    await addConfirmed(pool, 'anna', [EMAIL]);
    await expect(pool.api.forgotPassword({ ClientId: pool.clientId, Username: 'anna' }, call())).rejects.toMatchObject(
      refusal(
        'InvalidParameter',
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      ),
    );
  });

  it('of nobody is told as the client says', async () => {
    const open = await startPool();
    await expect(open.api.forgotPassword({ ClientId: open.clientId, Username: 'x' }, call())).rejects.toMatchObject(
      refusal('UserNotFound', 'Username/client id combination not found.'),
    );
    const hiding = await startPool({}, { PreventUserExistenceErrors: 'ENABLED' });
    const ask = () => hiding.api.forgotPassword({ ClientId: hiding.clientId, Username: 'x' }, call());
    expect(await ask()).toEqual(await ask());
    expect(hiding.sent).toEqual([]);
  });
});

// Developer guide, "Managing user existence error responses": users who are not there, are disabled, or cannot be reached.
describe('where a client hides users, a code goes out, as it seems,', () => {
  const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const;
  const ask = ({ api, clientId }: Pool, Username: string) =>
    api.forgotPassword({ ClientId: clientId, Username }, call());

  it.each([
    ['nobody@example.com', { Destination: 'n***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' }],
    ['+15550001234', { Destination: '+*******1234', DeliveryMedium: 'SMS', AttributeName: 'phone_number' }],
  ])('to the address %s of nobody', async (name, expected) => {
    const pool = await startPool({ UsernameAttributes: ['email', 'phone_number'] }, hiding);
    expect(await ask(pool, name)).toEqual({ CodeDeliveryDetails: expected });
  });

  it('to users who are disabled or have no address, whose codes are wrong', async () => {
    const pool = await startPool({}, hiding);
    await addConfirmed(pool, 'off', [EMAIL, { Name: 'email_verified', Value: 'true' }]);
    await addConfirmed(pool, 'bare');
    await pool.api.adminDisableUser({ UserPoolId: pool.poolId, Username: 'off' }, call());
    for (const name of ['off', 'bare', 'nobody']) {
      expect(await ask(pool, name)).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'EMAIL' } });
    }
    expect(pool.sent).toEqual([]);
    for (const Username of ['off', 'nobody']) {
      const input = { ClientId: pool.clientId, Username, ConfirmationCode: '000000', Password: PASSWORD };
      await expect(pool.api.confirmForgotPassword(input, call())).rejects.toMatchObject(
        refusal('CodeMismatch', 'Invalid verification code provided, please try again.'),
      );
    }
  });

  it('to nobody where administrators alone reset passwords, whoever asks', async () => {
    const AccountRecoverySetting = { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } as const;
    const pool = await startPool({ AccountRecoverySetting }, hiding);
    await addConfirmed(pool, 'anna', [EMAIL, { Name: 'email_verified', Value: 'true' }]);
    for (const name of ['anna', 'nobody']) {
      await expect(ask(pool, name)).rejects.toMatchObject(
        refusal('NotAuthorized', 'Contact administrator to reset password.'),
      );
    }
  });
});

describe('users are listed', () => {
  async function start() {
    const pool = await startPool();
    for (const name of ['anna', 'bert', 'carla'])
      await addConfirmed(pool, name, [{ Name: 'email', Value: `${name}@example.com` }]);
    return pool;
  }
  const list = async ({ api, poolId }: Pool, Filter: string) =>
    (await api.listUsers({ UserPoolId: poolId, Filter }, call())).Users?.map(({ Username }) => Username);

  it.each([
    ['', ['anna', 'bert', 'carla']],
    ['email = "bert@example.com"', ['bert']],
    ['"email" ^= "an"', ['anna']],
    ['username ^= "B"', []],
    ['cognito:user_status = "confirmed"', ['anna', 'bert', 'carla']],
    ['status = "Disabled"', []],
  ])('by the filter %s', async (filter, expected) => {
    expect(await list(await start(), filter)).toEqual(expected);
  });

  it.each(['custom:x = "1"', 'email', 'email = anna', 'email = "a" or email = "b"', `email = "${'x'.repeat(300)}"`])(
    'by no filter like %s',
    async (filter) => {
      await expect(list(await start(), filter)).rejects.toMatchObject({ code: 'InvalidParameterException' });
    },
  );

  it('page by page, with the attributes that were asked for', async () => {
    const { api, poolId: UserPoolId } = await start();
    const first = await api.listUsers({ UserPoolId, Limit: 2, AttributesToGet: ['email'] }, call());
    expect(first.Users?.[0]?.Attributes).toEqual([{ Name: 'email', Value: 'anna@example.com' }]);
    const second = await api.listUsers({ UserPoolId, Limit: 2, PaginationToken: first.PaginationToken }, call());
    expect(second.Users?.map(({ Username }) => Username)).toEqual(['carla']);
  });
});

it('an invitation carries a temporary password, and is sent again with another one', async () => {
  const pool = await startPool();
  const input = { UserPoolId: pool.poolId, Username: 'anna', DesiredDeliveryMediums: ['EMAIL'] };
  const { User } = await pool.api.adminCreateUser({ ...input, UserAttributes: [EMAIL] }, call());
  expect(User).toMatchObject({ Username: 'anna', UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
  await pool.api.adminCreateUser({ ...input, MessageAction: 'RESEND' }, call());
  const [first, second] = pool.sent.map(({ text }) => /temporary password is (.+)\.$/.exec(text)?.[1]);
  expect(first).toHaveLength(12);
  expect(second).not.toBe(first);
  const signIn = (password = '') => {
    const AuthParameters = { USERNAME: 'anna', PASSWORD: password };
    return pool.api.initiateAuth({ ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }, call());
  };
  await expect(signIn(first)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  expect((await signIn(second)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
});
