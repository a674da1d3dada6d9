import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../aws/index.ts';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, OTHER_ACCOUNT_ID, OWN_POLICY, openIam, TRUST } from '../testing/iam.ts';

// API reference of each operation; the meaning of a summary's keys from the older reference of `GetAccountSummary`, its quotas
// from the user guide, "IAM and AWS STS quotas".
const root = callOf();
const anna: Call = {
  ...root,
  principal: { ...root.principal, arn: `arn:aws:iam::${ACCOUNT_ID}:user/anna`, userId: 'AIDA', userName: 'anna' },
};

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await iam.createUser({ UserName: 'anna' }, root);
});

it('deletes the alias that an account has, and no other', async () => {
  const aliases = async (call = root) => (await iam.listAccountAliases({}, call)).AccountAliases;
  const unknown = { code: 'NoSuchEntity', statusCode: 404 };
  await iam.createAccountAlias({ AccountAlias: 'our-team' }, root);
  for (const call of [root, callOf(OTHER_ACCOUNT_ID)]) {
    const AccountAlias = call === root ? 'another' : 'our-team';
    await expect(iam.deleteAccountAlias({ AccountAlias }, call)).rejects.toMatchObject(unknown);
  }
  expect(await aliases()).toEqual(['our-team']);
  await iam.deleteAccountAlias({ AccountAlias: 'our-team' }, root);
  expect(await aliases()).toEqual([]);
  await expect(iam.deleteAccountAlias({ AccountAlias: 'our-team' }, root)).rejects.toMatchObject(unknown);
});

describe('a summary', () => {
  const summary = async (call = root) => (await iam.getAccountSummary({}, call)).SummaryMap;

  it('tells quotas, which are the same for all', async () => {
    const quotas = {
      ...{ AccessKeysPerUserQuota: 2, GroupsPerUserQuota: 10, VersionsPerPolicyQuota: 5 },
      ...{ AttachedPoliciesPerUserQuota: 10, AttachedPoliciesPerGroupQuota: 10, AttachedPoliciesPerRoleQuota: 10 },
      ...{ UserPolicySizeQuota: 2_048, GroupPolicySizeQuota: 5_120, RolePolicySizeQuota: 10_240 },
      ...{ AssumeRolePolicySizeQuota: 2_048, PolicySizeQuota: 6_144 },
    };
    expect(await summary()).toMatchObject(quotas);
    expect(await summary(callOf(OTHER_ACCOUNT_ID))).toMatchObject(quotas);
  });

  it('counts what the account has, and the policies that are attached to somebody', async () => {
    const none = { Users: 0, Groups: 0, Roles: 0, Policies: 0, PolicyVersionsInUse: 0, Providers: 0, MFADevices: 0 };
    expect(await summary()).toMatchObject({ ...none, Users: 1, AccountMFAEnabled: 0, ServerCertificates: 0 });
    await iam.createGroup({ GroupName: 'g' }, root);
    await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, root);
    await iam.createOpenIDConnectProvider(
      { Url: 'https://issuer.example.com', ThumbprintList: ['a'.repeat(40)] },
      root,
    );
    for (const PolicyName of ['p', 'q']) await iam.createPolicy({ PolicyName, PolicyDocument: DOCUMENT }, root);
    await iam.createPolicyVersion({ PolicyArn: OWN_POLICY, PolicyDocument: DOCUMENT }, root);
    const all = { Users: 1, Groups: 1, Roles: 1, Policies: 2, Providers: 1 };
    expect(await summary()).toMatchObject({ ...all, PolicyVersionsInUse: 0 });
    await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: OWN_POLICY }, root);
    await iam.attachRolePolicy({ RoleName: 'r', PolicyArn: OWN_POLICY }, root);
    expect(await summary()).toMatchObject({ ...all, PolicyVersionsInUse: 1 });
    await iam.attachUserPolicy({ UserName: 'anna', PolicyArn: ADMIN }, root);
    expect(await summary()).toMatchObject({ ...all, PolicyVersionsInUse: 2 });
    expect(await summary(callOf(OTHER_ACCOUNT_ID))).toMatchObject(none);
  });
});

describe('what nobody can have here', () => {
  const lists = [
    ['devices', 'MFADevices', (input, call) => iam.listMFADevices(input, call)],
    ['public keys', 'SSHPublicKeys', (input, call) => iam.listSSHPublicKeys(input, call)],
    ['certificates', 'Certificates', (input, call) => iam.listSigningCertificates(input, call)],
    [
      'credentials of services',
      'ServiceSpecificCredentials',
      (input, call) => iam.listServiceSpecificCredentials(input, call),
    ],
  ] satisfies [string, string, (input: { UserName?: string }, call: Call) => Promise<object>][];

  it.each(lists)('is listed as none: a user’s %s, the caller’s if no user is named', async (_, member, list) => {
    expect(await list({ UserName: 'ANNA' }, root)).toMatchObject({ [member]: [] });
    expect(await list({}, anna)).toMatchObject({ [member]: [] });
    const noUser = { code: 'NoSuchEntity', message: 'The user with name bob cannot be found.' };
    await expect(list({ UserName: 'bob' }, root)).rejects.toMatchObject(noUser);
    await iam.deleteUser({ UserName: 'anna' }, root);
    await expect(list({}, anna)).rejects.toMatchObject({ code: 'NoSuchEntity' });
  });

  it('is listed as none: devices of the account, certificates of its root user, credentials of all users', async () => {
    for (const AssignmentStatus of [undefined, 'Any', 'Assigned', 'Unassigned'] as const) {
      expect(await iam.listVirtualMFADevices({ AssignmentStatus }, root)).toEqual({
        VirtualMFADevices: [],
        IsTruncated: false,
      });
    }
    expect(await iam.listSigningCertificates({}, root)).toEqual({ Certificates: [], IsTruncated: false });
    const all = { AllUsers: true, ServiceName: 'codecommit.amazonaws.com' };
    expect(await iam.listServiceSpecificCredentials(all, root)).toMatchObject({ ServiceSpecificCredentials: [] });
  });
});
