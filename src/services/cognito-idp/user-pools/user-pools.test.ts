import { describe, expect, it } from 'vitest';
import { ACCOUNT_ID, call, NOW_MS, refusal, startPool, startPools } from '../testing/service.ts';

// API reference, `CreateUserPool`, `UpdateUserPool`, `DescribeUserPool`; defaults as the operations print them.
describe('a pool', () => {
  it('that was given a name alone has AWS’s defaults', async () => {
    const { api, published } = await startPools();
    const { UserPool: pool } = await api.createUserPool({ PoolName: 'people' }, call());
    expect(pool).toMatchObject({
      Id: expect.stringMatching(/^us-east-1_[0-9A-Za-z]{9}$/),
      Arn: `arn:aws:cognito-idp:us-east-1:${ACCOUNT_ID}:userpool/${pool?.Id}`,
      CreationDate: new Date(NOW_MS),
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      DeletionProtection: 'INACTIVE',
      LambdaConfig: {},
      MfaConfiguration: 'OFF',
      EstimatedNumberOfUsers: 0,
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      UserPoolTier: 'ESSENTIALS',
    });
    expect(pool?.SchemaAttributes).toHaveLength(20);
    expect(published.get(pool?.Arn ?? '')?.keys).toHaveLength(2);
  });

  it('loses in an update what the update leaves out, but for what cannot change', async () => {
    const { api, poolId: UserPoolId } = await startPool({ AliasAttributes: ['email'], UserPoolTags: { a: '1' } });
    await api.updateUserPool({ UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 12 } } }, call());
    await api.updateUserPool({ UserPoolId, PoolName: 'renamed' }, call());
    const { UserPool } = await api.describeUserPool({ UserPoolId }, call());
    expect(UserPool).toMatchObject({ Name: 'renamed', AliasAttributes: ['email'], UserPoolTags: { a: '1' } });
    expect(UserPool?.Policies?.PasswordPolicy?.MinimumLength).toBe(8);
  });

  it('gives its domain back when it goes, which no update turns into a custom one', async () => {
    const { api, poolId: UserPoolId } = await startPool();
    const domain = { UserPoolId, Domain: 'shop' };
    await api.createUserPoolDomain(domain, call());
    const CustomDomainConfig = { CertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/a' };
    await expect(api.updateUserPoolDomain({ ...domain, CustomDomainConfig }, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    await api.deleteUserPoolDomain(domain, call());
    await expect(api.createUserPoolDomain(domain, call())).resolves.toBeDefined();
  });

  it('is not deleted while it is protected or has a domain, and takes everything with it', async () => {
    const { api, poolId: UserPoolId, clientId: ClientId, published, store } = await startPool();
    await api.updateUserPool({ UserPoolId, DeletionProtection: 'ACTIVE' }, call());
    await expect(api.deleteUserPool({ UserPoolId }, call())).rejects.toThrow('deletion protection is activated');
    await api.updateUserPool({ UserPoolId }, call());
    await api.createUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
    await expect(api.deleteUserPool({ UserPoolId }, call())).rejects.toThrow('has a domain configured');
    await api.deleteUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
    await api.adminCreateUser({ UserPoolId, Username: 'anna', MessageAction: 'SUPPRESS' }, call());
    await api.deleteUserPool({ UserPoolId }, call());
    expect(published.size).toBe(0);
    const gone = refusal('ResourceNotFound', `User pool ${UserPoolId} does not exist.`);
    await expect(api.describeUserPool({ UserPoolId }, call())).rejects.toMatchObject(gone);
    await expect(api.initiateAuth({ ClientId, AuthFlow: 'USER_SRP_AUTH' }, call())).rejects.toMatchObject(
      refusal('ResourceNotFound', `User pool client ${ClientId} does not exist.`),
    );
    const kinds = [
      'PoolUser',
      'PoolUserAlias',
      'PoolUserCredentials',
      'UserPoolKeys',
      'UserPoolClient',
      'UserPoolClientPlace',
    ];
    for (const name of kinds) expect(await store.scan({ name })).toEqual([]);
  });

  it.each([
    [{ MfaConfiguration: 'ON' }, 'multi-factor authentication (MfaConfiguration)'],
    [{ LambdaConfig: { PreSignUp: 'arn' } }, 'Lambda triggers of user pools (LambdaConfig)'],
    [{ DeviceConfiguration: {} }, 'remembered devices (DeviceConfiguration)'],
    [{ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }, 'threat protection (AdvancedSecurityMode)'],
    [{ Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } }, 'password history (PasswordHistorySize)'],
  ])('with %j is refused by name', async (given, feature) => {
    const { api } = await startPools();
    await expect(api.createUserPool({ PoolName: 'p', ...given }, call())).rejects.toMatchObject({
      code: 'NotImplementedException',
      message: `Sallyport does not support ${feature}.`,
    });
  });

  it.each<[object, string]>([
    [
      { PoolName: 'a/b' },
      "Value 'a/b' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+",
    ],
    [{ Policies: { PasswordPolicy: { MinimumLength: 5 } } }, 'Member must have value greater than or equal to 6'],
    [
      { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
      'Only one of the aliasAttributes or usernameAttributes',
    ],
    [{ Schema: [{ Name: 'x', Required: true }] }, 'Required custom attributes are not supported currently.'],
    [{ Schema: [{ Name: 'x' }, { Name: 'x' }] }, 'must be unique'],
    [{ UserPoolTags: { 'aws:x': '1' } }, 'reserved'],
  ])('with %j is refused', async (given, message) => {
    const { api } = await startPools();
    await expect(api.createUserPool({ PoolName: 'p', ...given }, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });

  it('is of its region alone', async () => {
    const { api, poolId: UserPoolId } = await startPool();
    await expect(api.describeUserPool({ UserPoolId }, call({ region: 'eu-west-1' }))).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

it('pools are listed page by page', async () => {
  const { api } = await startPools();
  for (const PoolName of ['a', 'b', 'c']) await api.createUserPool({ PoolName }, call());
  const first = await api.listUserPools({ MaxResults: 2 }, call());
  const second = await api.listUserPools({ MaxResults: 2, NextToken: first.NextToken }, call());
  expect([...(first.UserPools ?? []), ...(second.UserPools ?? [])].map(({ Name }) => Name).sort()).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(second.NextToken).toBeUndefined();
  await expect(api.listUserPools({ MaxResults: 2, NextToken: '%%' }, call())).rejects.toMatchObject({
    code: 'InvalidParameterException',
  });
});

it('tags come, change and go', async () => {
  const { api, poolId } = await startPool({ UserPoolTags: { a: '1', b: '2' } });
  const ResourceArn = `arn:aws:cognito-idp:us-east-1:${ACCOUNT_ID}:userpool/${poolId}`;
  await api.tagResource({ ResourceArn, Tags: { b: '3', c: '4' } }, call());
  await api.untagResource({ ResourceArn, TagKeys: ['a'] }, call());
  expect(await api.listTagsForResource({ ResourceArn }, call())).toEqual({ Tags: { b: '3', c: '4' } });
});
