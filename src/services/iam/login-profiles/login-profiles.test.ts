import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../aws/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createIamService, type IamService } from '../index.ts';

// IAM API reference and user guide ("Set an account password policy for IAM users"); texts as users of AWS report them.
const ACCOUNT = '123456789012';
const NOW_MS = Date.UTC(2026, 10, 28);
const DAY_MS = 86_400_000;
const GOOD = 'Correct-Horse-1';
const root = callOf({ arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT, userId: ACCOUNT });

function callOf(principal: Omit<Call['principal'], 'accessKeyId'>, nowMs = NOW_MS): Call {
  const scope = { accountId: ACCOUNT, region: 'us-east-1' };
  return { scope, principal: { ...principal, accessKeyId: 'AKIAEXAMPLE' }, requestId: randomUUID(), nowMs };
}

function anna(nowMs = NOW_MS): Call {
  return callOf(
    { arn: `arn:aws:iam::${ACCOUNT}:user/anna`, accountId: ACCOUNT, userId: 'AIDA', userName: 'anna' },
    nowMs,
  );
}

let service: IamService;
let iam: Required<IamService['handlers']>;
beforeEach(async () => {
  service = createIamService({
    store: await openSqliteStore({ path: ':memory:' }),
    accountIds: ['999999999999', ACCOUNT],
    randomBytes,
    passwordTerms: { cost: 16, blockSize: 8, parallelization: 1 },
    identitiesChanged: async () => undefined,
  });
  iam = service.handlers as Required<IamService['handlers']>;
  await iam.createUser({ UserName: 'anna' }, root);
});

const create = (Password = GOOD, PasswordResetRequired?: boolean) =>
  iam.createLoginProfile({ UserName: 'anna', Password, PasswordResetRequired }, root);
const signIn = (attempt: Partial<Parameters<IamService['consoleUsers']['signIn']>[0]> = {}) =>
  service.consoleUsers.signIn({
    account: ACCOUNT,
    userName: 'anna',
    password: GOOD,
    nowMs: NOW_MS,
    permitChange: async () => undefined,
    ...attempt,
  });

describe('a login profile', () => {
  it('is made, shown without its password, changed and deleted', async () => {
    const profile = { UserName: 'anna', CreateDate: new Date(NOW_MS), PasswordResetRequired: true };
    expect(await create(GOOD, true)).toEqual({ LoginProfile: profile });
    expect(await iam.getLoginProfile({ UserName: 'ANNA' }, root)).toEqual({ LoginProfile: profile });
    expect(await iam.getLoginProfile({}, anna())).toEqual({ LoginProfile: profile });
    await iam.updateLoginProfile({ UserName: 'anna', PasswordResetRequired: false }, root);
    expect((await signIn()).outcome).toBe('signed in');
    await iam.updateLoginProfile({ UserName: 'anna', Password: 'Another-Horse-2' }, root);
    expect((await signIn()).outcome).toBe('refused');
    expect((await signIn({ password: 'Another-Horse-2' })).outcome).toBe('signed in');
    await iam.deleteLoginProfile({ UserName: 'anna' }, root);
    await expect(iam.getLoginProfile({ UserName: 'anna' }, root)).rejects.toMatchObject({
      code: 'NoSuchEntity',
      message: 'Login Profile for User anna cannot be found.',
    });
    expect((await signIn({ password: 'Another-Horse-2' })).outcome).toBe('refused');
  });

  it('goes with its user to another name, and keeps him from being deleted', async () => {
    await create();
    await iam.updateUser({ UserName: 'anna', NewUserName: 'berta' }, root);
    expect((await iam.getLoginProfile({ UserName: 'berta' }, root)).LoginProfile?.UserName).toBe('berta');
    expect((await signIn({ userName: 'berta' })).outcome).toBe('signed in');
    await expect(iam.deleteUser({ UserName: 'berta' }, root)).rejects.toMatchObject({
      code: 'DeleteConflict',
      message: 'Cannot delete entity, must delete login profile first.',
    });
  });

  it.each<[string, () => Promise<unknown>, string, string]>([
    ['a second one', () => create(), 'EntityAlreadyExists', 'Login Profile for user anna already exists.'],
    [
      'one of nobody',
      () => iam.createLoginProfile({ UserName: 'bob', Password: GOOD }, root),
      'NoSuchEntity',
      'The user with name bob cannot be found.',
    ],
    [
      'the root user’s',
      () => iam.changePassword({ OldPassword: GOOD, NewPassword: 'Another-Horse-2' }, root),
      'InvalidUserType',
      'Only IAM Users can change their own password',
    ],
    [
      'a wrong old password',
      () => iam.changePassword({ OldPassword: 'wrong', NewPassword: 'Another-Horse-2' }, anna()),
      'AccessDenied',
      'The old password was incorrect.',
    ],
    [
      'no password',
      () => iam.createLoginProfile({ UserName: 'anna' }, root),
      'ValidationError',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a long password',
      () => iam.updateLoginProfile({ UserName: 'anna', Password: 'a'.repeat(129) }, root),
      'ValidationError',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 128",
    ],
    [
      'a password that no keyboard of AWS has',
      () => iam.updateLoginProfile({ UserName: 'anna', Password: 'Correct-Horse-1\u20ac' }, root),
      'ValidationError',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
    ],
    [
      'a weak password',
      () => iam.updateLoginProfile({ UserName: 'anna', Password: 'short-1' }, root),
      'PasswordPolicyViolation',
      'Password does not conform to the account password policy.',
    ],
  ])('refuses %s', async (_, call, code, message) => {
    await create();
    await expect(call()).rejects.toMatchObject({ code, message });
    expect((await signIn()).outcome).toBe('signed in');
  });
});

describe('what an account asks of passwords', () => {
  const set = (password: string) => iam.updateLoginProfile({ UserName: 'anna', Password: password }, root);

  // User guide, "Default password policy": 8 characters, three of four types, not the account's name.
  it.each([
    ['abcdefG1', true],
    ['abcdef-1', true],
    ['abcdefg1', false],
    ['abcdG-1', false],
    ['My-Alias-1', true],
    ['my-alias-1', false],
  ])('by default %s: %s', async (password, isGood) => {
    await iam.createAccountAlias({ AccountAlias: 'my-alias-1' }, root);
    await create();
    if (isGood) await set(password);
    else await expect(set(password)).rejects.toMatchObject({ code: 'PasswordPolicyViolation' });
  });

  it.each<[Parameters<typeof iam.updateAccountPasswordPolicy>[0], string, string]>([
    [{}, 'abcdef', 'abcde'],
    [{ MinimumPasswordLength: 10 }, 'abcdefghij', 'abcdefghi'],
    [{ RequireNumbers: true }, 'abcde1', 'abcdef'],
    [{ RequireSymbols: true }, "abcde'", 'abcde~'],
    [{ RequireUppercaseCharacters: true }, 'abcdeF', 'abcdef'],
    [{ RequireLowercaseCharacters: true }, 'ABCDEf', 'ABCDEF'],
  ])('%o takes %s and not %s', async (policy, good, bad) => {
    await create();
    await iam.updateAccountPasswordPolicy(policy, root);
    await set(good);
    await expect(set(bad)).rejects.toMatchObject({ code: 'PasswordPolicyViolation' });
  });

  it('is shown with every default, and deleted', async () => {
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 90, PasswordReusePrevention: 3 }, root);
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 30 }, root);
    expect(await iam.getAccountPasswordPolicy({}, root)).toEqual({
      PasswordPolicy: {
        MinimumPasswordLength: 6,
        RequireSymbols: false,
        RequireNumbers: false,
        RequireUppercaseCharacters: false,
        RequireLowercaseCharacters: false,
        AllowUsersToChangePassword: false,
        ExpirePasswords: true,
        MaxPasswordAge: 30,
      },
    });
    await iam.deleteAccountPasswordPolicy({}, root);
    await expect(iam.getAccountPasswordPolicy({}, root)).rejects.toMatchObject({
      code: 'NoSuchEntity',
      message: `The Password Policy with domain name ${ACCOUNT} cannot be found.`,
    });
    await expect(iam.deleteAccountPasswordPolicy({}, root)).rejects.toMatchObject({
      code: 'NoSuchEntity',
      message: 'The account policy with name PasswordPolicy cannot be found.',
    });
  });

  it.each([
    [{ MinimumPasswordLength: 5 }, "'5' at 'minimumPasswordLength'", 'greater than or equal to 6'],
    [{ MinimumPasswordLength: 129 }, "'129' at 'minimumPasswordLength'", 'less than or equal to 128'],
    [{ MaxPasswordAge: 1_096 }, "'1096' at 'maxPasswordAge'", 'less than or equal to 1095'],
    [{ PasswordReusePrevention: 25 }, "'25' at 'passwordReusePrevention'", 'less than or equal to 24'],
  ])('refuses %o', async (policy, value, bound) => {
    await expect(iam.updateAccountPasswordPolicy(policy, root)).rejects.toMatchObject({
      code: 'ValidationError',
      message: `1 validation error detected: Value ${value} failed to satisfy constraint: Member must have value ${bound}`,
    });
  });

  it('lets users change their own password, if it says so', async () => {
    const policiesOf = async () => (await service.directory.findUser(ACCOUNT, 'anna'))?.policies.identity ?? [];
    expect(await policiesOf()).toEqual([]);
    await iam.updateAccountPasswordPolicy({ AllowUsersToChangePassword: true }, root);
    expect((await policiesOf()).map(({ document }) => JSON.parse(document).Statement)).toEqual([
      [
        { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: `arn:aws:iam::${ACCOUNT}:user/anna` },
        { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
      ],
    ]);
    const simulated = await iam.simulatePrincipalPolicy(
      { PolicySourceArn: `arn:aws:iam::${ACCOUNT}:user/anna`, ActionNames: ['iam:GetAccountPasswordPolicy'] },
      root,
    );
    expect(simulated.EvaluationResults?.[0]?.MatchedStatements).toMatchObject([
      { SourcePolicyId: 'AccountPasswordPolicy', SourcePolicyType: 'user' },
    ]);
  });

  it('keeps a user from passwords that he had, and nobody from giving him one', async () => {
    await create('Password-1');
    await iam.updateAccountPasswordPolicy({ PasswordReusePrevention: 2 }, root);
    const change = (from: number, to: number) =>
      iam.changePassword({ OldPassword: `Password-${from}`, NewPassword: `Password-${to}` }, anna());
    await change(1, 2);
    for (const before of [1, 2])
      await expect(change(2, before)).rejects.toMatchObject({ code: 'PasswordPolicyViolation' });
    await change(2, 3);
    await change(3, 1);
    await set('Password-1');
  });
});

describe('signing in', () => {
  it('is by the number of the account or by its alias, and remembers when', async () => {
    await create();
    await iam.createAccountAlias({ AccountAlias: 'ours' }, root);
    for (const account of [ACCOUNT, 'ours']) {
      const signed = await signIn({ account, userName: 'Anna', nowMs: NOW_MS + 1_000 });
      expect(signed).toMatchObject({
        outcome: 'signed in',
        user: { caller: { arn: `arn:aws:iam::${ACCOUNT}:user/anna` }, loginProfileId: expect.any(String) },
      });
    }
    const { User } = await iam.getUser({ UserName: 'anna' }, root);
    expect(User?.PasswordLastUsed).toEqual(new Date(NOW_MS + 1_000));
  });

  it.each<[string, Parameters<typeof signIn>[0]]>([
    ['a wrong password', { password: 'correct-horse-1' }],
    ['nobody', { userName: 'bob' }],
    ['a name that cannot be one', { userName: '../anna' }],
    ['another account', { account: '999999999999' }],
    ['no account', { account: 'elsewhere' }],
  ])('is refused to %s', async (_, attempt) => {
    await create();
    expect((await signIn(attempt)).outcome).toBe('refused');
  });

  it('gets slow for who guesses, at names that nobody has, too, and at many at once', async () => {
    await create();
    for (const userName of ['anna', 'nobody']) {
      const guesses = await Promise.all(Array.from({ length: 9 }, () => signIn({ userName, password: 'wrong' })));
      expect(guesses.map(({ outcome }) => outcome)).toEqual([
        ...Array.from({ length: 5 }, () => 'refused'),
        ...Array.from({ length: 4 }, () => 'locked'),
      ]);
      expect(await signIn({ userName })).toEqual({ outcome: 'locked', waitMs: 1_000 });
    }
    expect((await signIn({ nowMs: NOW_MS + 1_000 })).outcome).toBe('signed in');
  });

  it('counts wrong old passwords, too', async () => {
    await create();
    const guess = () => iam.changePassword({ OldPassword: 'wrong', NewPassword: 'Another-Horse-2' }, anna());
    for (let attempt = 0; attempt < 5; attempt++) await expect(guess()).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(guess()).rejects.toMatchObject({ code: 'Throttling' });
  });

  it('waits for a new password where one is required, and asks whether he may', async () => {
    await create(GOOD, true);
    expect((await signIn()).outcome).toBe('password reset required');
    const asked: string[] = [];
    const permitChange: NonNullable<Parameters<typeof signIn>[0]>['permitChange'] = async ({ caller }) => {
      asked.push(caller.arn);
      if (asked.length === 1) throw new Error('he may not');
    };
    const change = { newPassword: 'Another-Horse-2', permitChange };
    await expect(signIn(change)).rejects.toThrow('he may not');
    await expect(signIn({ ...change, newPassword: 'weak' })).rejects.toMatchObject({ code: 'PasswordPolicyViolation' });
    expect((await signIn(change)).outcome).toBe('signed in');
    expect(asked).toHaveLength(3);
    expect((await signIn()).outcome).toBe('refused');
    expect((await signIn({ password: 'Another-Horse-2' })).outcome).toBe('signed in');
  });

  it('takes no new password from who does not know the old one', async () => {
    await create(GOOD, true);
    expect((await signIn({ password: 'wrong', newPassword: 'Another-Horse-2' })).outcome).toBe('refused');
    expect((await signIn()).outcome).toBe('password reset required');
  });

  // API reference, `UpdateAccountPasswordPolicy`: `MaxPasswordAge`, `HardExpiry`.
  it('asks for another password when it is too old, or refuses', async () => {
    await create();
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 30 }, root);
    expect((await signIn({ nowMs: NOW_MS + 30 * DAY_MS - 1 })).outcome).toBe('signed in');
    const old = { nowMs: NOW_MS + 30 * DAY_MS };
    expect((await signIn(old)).outcome).toBe('password reset required');
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 30, HardExpiry: true }, root);
    expect((await signIn({ ...old, newPassword: 'Another-Horse-2' })).outcome).toBe('expired');
    await iam.updateLoginProfile({ UserName: 'anna', Password: 'Another-Horse-2' }, callOf(root.principal, old.nowMs));
    expect((await signIn({ ...old, password: 'Another-Horse-2' })).outcome).toBe('signed in');
  });
});
