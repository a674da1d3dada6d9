import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../aws/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { createIamService, type IamService } from './index.ts';

// Codes and texts as recorded on AWS; limits from the IAM user guide, "IAM and AWS STS quotas".
const ACCOUNT = '123456789012';
const call: Call = {
  scope: { accountId: ACCOUNT, region: 'us-east-1' },
  principal: { arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT, userId: ACCOUNT, accessKeyId: 'AKIAROOT' },
  requestId: randomUUID(),
  nowMs: Date.UTC(2026, 10, 28),
};
const DOCUMENT = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const TRUST =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}';
const POLICY = `arn:aws:iam::${ACCOUNT}:policy/p`;
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';

let iam: Required<IamService['handlers']>;
let changes: number;
beforeEach(async () => {
  changes = 0;
  const service = createIamService({
    store: await openSqliteStore({ path: ':memory:' }),
    accountIds: [ACCOUNT],
    randomBytes,
    async identitiesChanged() {
      changes += 1;
    },
  });
  iam = service.handlers as Required<IamService['handlers']>;
  await iam.createUser({ UserName: 'anna', Path: '/team/' }, call);
});

describe('refuses with AWS’s words', () => {
  const role = (document: string) => iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: document }, call);
  const put = (document: string) =>
    iam.putUserPolicy({ UserName: 'anna', PolicyName: 'p', PolicyDocument: document }, call);
  const statement = (fields: object) => JSON.stringify({ Version: '2012-10-17', Statement: [fields] });
  it.each<[string, () => Promise<unknown>, string, string]>([
    [
      'a user again, in another case',
      () => iam.createUser({ UserName: 'ANNA' }, call),
      'EntityAlreadyExists',
      'User with name ANNA already exists.',
    ],
    ['nobody', () => iam.getUser({ UserName: 'bob' }, call), 'NoSuchEntity', 'The user with name bob cannot be found.'],
    ['no role', () => iam.getRole({ RoleName: 'r' }, call), 'NoSuchEntity', 'The role with name r cannot be found.'],
    [
      'no group',
      () => iam.getGroup({ GroupName: 'g' }, call),
      'NoSuchEntity',
      'The group with name g cannot be found.',
    ],
    ['no policy', () => iam.getPolicy({ PolicyArn: POLICY }, call), 'NoSuchEntity', `Policy ${POLICY} was not found.`],
    [
      'attaching no policy',
      () => iam.attachUserPolicy({ UserName: 'anna', PolicyArn: POLICY }, call),
      'NoSuchEntity',
      `Policy ${POLICY} does not exist or is not attachable.`,
    ],
    [
      'a name that is none',
      () => iam.createUser({ UserName: 'a b' }, call),
      'ValidationError',
      'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    ],
    ['no JSON', () => put('{'), 'MalformedPolicyDocument', 'This policy contains invalid Json'],
    ['no statement', () => put('{"Version":"2012-10-17"}'), 'MalformedPolicyDocument', 'Syntax errors in policy.'],
    [
      'another version',
      () => put('{"Version":"2012-10-18","Statement":[]}'),
      'MalformedPolicyDocument',
      'Policy document must be version 2012-10-17 or greater.',
    ],
    [
      'no actions',
      () => put(statement({ Effect: 'Allow', Resource: '*' })),
      'MalformedPolicyDocument',
      'Policy statement must contain actions.',
    ],
    [
      'no resources',
      () => put(statement({ Effect: 'Allow', Action: 's3:*' })),
      'MalformedPolicyDocument',
      'Policy statement must contain resources.',
    ],
    [
      'an action of nobody',
      () => put(statement({ Effect: 'Allow', Action: 'get', Resource: '*' })),
      'MalformedPolicyDocument',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'a resource that is no ARN',
      () => put(statement({ Effect: 'Allow', Action: 's3:*', Resource: 'bucket' })),
      'MalformedPolicyDocument',
      'Resource bucket must be in ARN format or "*".',
    ],
    [
      'a principal',
      () => put(statement({ Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' })),
      'MalformedPolicyDocument',
      'Policy document should not specify a principal.',
    ],
    [
      'a resource in a trust policy',
      () => role(statement({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*', Resource: '*' })),
      'MalformedPolicyDocument',
      'Has prohibited field Resource',
    ],
    [
      'another action in a trust policy',
      () => role(statement({ Effect: 'Allow', Action: 's3:*', Principal: '*' })),
      'MalformedPolicyDocument',
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      'trust in nobody',
      () =>
        role(
          statement({
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` },
          }),
        ),
      'MalformedPolicyDocument',
      `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:user/bob"`,
    ],
    [
      'a policy that is too long',
      () =>
        iam.createPolicy(
          { PolicyName: 'p', PolicyDocument: DOCUMENT.replace('s3:*', `s3:${'a'.repeat(6_144)}`) },
          call,
        ),
      'LimitExceeded',
      'Cannot exceed quota for PolicySize: 6144',
    ],
    [
      'inline policies that are too long',
      () => put(DOCUMENT.replace('s3:*', `s3:${'a'.repeat(2_048)}`)),
      'LimitExceeded',
      'Maximum policy size of 2048 bytes exceeded for user anna',
    ],
  ])('%s', async (_, act, code, message) => {
    await expect(act()).rejects.toMatchObject({ code, message });
  });
});

it('gives ids and ARNs of AWS’s form', async () => {
  const { User } = await iam.getUser({ UserName: 'Anna' }, call);
  expect(User).toMatchObject({
    UserName: 'anna',
    Path: '/team/',
    Arn: `arn:aws:iam::${ACCOUNT}:user/team/anna`,
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  });
  const { Role } = await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, call);
  expect(Role).toMatchObject({ RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/), MaxSessionDuration: 3_600 });
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(TRUST);
});

it('keeps what is in use, and lets go in AWS’s order', async () => {
  const conflict = (message: string) => ({ code: 'DeleteConflict', message });
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
  await iam.attachUserPolicy({ UserName: 'anna', PolicyArn: POLICY }, call);
  await iam.createGroup({ GroupName: 'g' }, call);
  await iam.addUserToGroup({ GroupName: 'g', UserName: 'anna' }, call);
  const { AccessKey } = await iam.createAccessKey({ UserName: 'anna' }, call);
  const AccessKeyId = AccessKey?.AccessKeyId ?? '';
  const remove = () => iam.deleteUser({ UserName: 'anna' }, call);
  await expect(iam.deletePolicy({ PolicyArn: POLICY }, call)).rejects.toMatchObject(
    conflict('Cannot delete a policy attached to entities.'),
  );
  await expect(remove()).rejects.toMatchObject(conflict('Cannot delete entity, must delete access keys first.'));
  await iam.deleteAccessKey({ UserName: 'anna', AccessKeyId }, call);
  await expect(remove()).rejects.toMatchObject(conflict('Cannot delete entity, must remove users from group first.'));
  await iam.removeUserFromGroup({ GroupName: 'g', UserName: 'anna' }, call);
  await expect(remove()).rejects.toMatchObject(conflict('Cannot delete entity, must detach all policies first.'));
  await iam.detachUserPolicy({ UserName: 'anna', PolicyArn: POLICY }, call);
  await remove();
  await iam.deletePolicy({ PolicyArn: POLICY }, call);
});

it('keeps five versions of a policy, and gives no number twice', async () => {
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
  const version = () => iam.createPolicyVersion({ PolicyArn: POLICY, PolicyDocument: DOCUMENT }, call);
  for (let n = 2; n <= 5; n += 1) expect((await version()).PolicyVersion?.VersionId).toBe(`v${n}`);
  await expect(version()).rejects.toMatchObject({ code: 'LimitExceeded' });
  await iam.deletePolicyVersion({ PolicyArn: POLICY, VersionId: 'v5' }, call);
  expect((await version()).PolicyVersion?.VersionId).toBe('v6');
  await expect(iam.deletePolicyVersion({ PolicyArn: POLICY, VersionId: 'v1' }, call)).rejects.toMatchObject({
    message: 'Cannot delete the default version of a policy.',
  });
});

it('gives a user two keys and no third', async () => {
  for (let n = 0; n < 2; n += 1) await iam.createAccessKey({ UserName: 'anna' }, call);
  await expect(iam.createAccessKey({ UserName: 'anna' }, call)).rejects.toMatchObject({
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for AccessKeysPerUser: 2',
  });
});

it('pages through lists', async () => {
  for (const name of ['b', 'c', 'd']) await iam.createUser({ UserName: name }, call);
  const first = await iam.listUsers({ MaxItems: 3 }, call);
  expect(first).toMatchObject({
    IsTruncated: true,
    Users: [{ UserName: 'anna' }, { UserName: 'b' }, { UserName: 'c' }],
  });
  await iam.deleteUser({ UserName: 'c' }, call);
  expect(await iam.listUsers({ MaxItems: 3, Marker: first.Marker }, call)).toMatchObject({
    IsTruncated: false,
    Users: [{ UserName: 'd' }],
  });
  await expect(iam.listUsers({ Marker: 'x' }, call)).rejects.toMatchObject({ code: 'ValidationError' });
});

it('tells whoever decides about calls before it answers, whatever changes what somebody may do', async () => {
  await iam.createGroup({ GroupName: 'g' }, call);
  const acts: readonly (() => Promise<unknown>)[] = [
    () => iam.putUserPolicy({ UserName: 'anna', PolicyName: 'p', PolicyDocument: DOCUMENT }, call),
    () => iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: ADMIN }, call),
    () => iam.addUserToGroup({ GroupName: 'g', UserName: 'anna' }, call),
    () => iam.putUserPermissionsBoundary({ UserName: 'anna', PermissionsBoundary: ADMIN }, call),
    () => iam.tagUser({ UserName: 'anna', Tags: [{ Key: 'a', Value: 'b' }] }, call),
    () => iam.createAccessKey({ UserName: 'anna' }, call),
    () => iam.updateUser({ UserName: 'anna', NewUserName: 'hanna' }, call),
  ];
  for (const act of acts) {
    const before = changes;
    await act();
    expect(changes).toBe(before + 1);
  }
});

it('lists all that decides about calls, page by page, and of AWS’s policies those in use (API reference)', async () => {
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT, Description: 'd' }, call);
  await iam.createPolicyVersion({ PolicyArn: POLICY, PolicyDocument: DOCUMENT }, call);
  await iam.createGroup({ GroupName: 'Team' }, call);
  await iam.addUserToGroup({ GroupName: 'Team', UserName: 'anna' }, call);
  await iam.attachGroupPolicy({ GroupName: 'Team', PolicyArn: ADMIN }, call);
  await iam.putUserPolicy({ UserName: 'anna', PolicyName: 'own', PolicyDocument: DOCUMENT }, call);
  await iam.putUserPermissionsBoundary({ UserName: 'anna', PermissionsBoundary: POLICY }, call);
  await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, call);
  await iam.attachRolePolicy({ RoleName: 'r', PolicyArn: POLICY }, call);
  const all = await iam.getAccountAuthorizationDetails({}, call);
  const document = encodeURIComponent(DOCUMENT).replaceAll('*', '%2A');
  expect(all).toMatchObject({
    IsTruncated: false,
    UserDetailList: [
      {
        UserName: 'anna',
        Path: '/team/',
        GroupList: ['Team'],
        UserPolicyList: [{ PolicyName: 'own', PolicyDocument: document }],
        AttachedManagedPolicies: [],
        PermissionsBoundary: { PermissionsBoundaryArn: POLICY },
      },
    ],
    GroupDetailList: [
      {
        GroupName: 'Team',
        GroupPolicyList: [],
        AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: ADMIN }],
      },
    ],
    RoleDetailList: [
      {
        RoleName: 'r',
        AssumeRolePolicyDocument: expect.stringContaining('lambda.amazonaws.com'),
        InstanceProfileList: [],
        RolePolicyList: [],
        AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: POLICY }],
      },
    ],
    Policies: [
      {
        PolicyName: 'p',
        Description: 'd',
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 1,
        PolicyVersionList: [
          { VersionId: 'v2', IsDefaultVersion: false, Document: document },
          { VersionId: 'v1', IsDefaultVersion: true },
        ],
      },
      { PolicyName: 'AdministratorAccess', AttachmentCount: 1 },
    ],
  });
  const paged: unknown[] = [];
  for (let Marker: string | undefined, more = true; more; ) {
    const page = await iam.getAccountAuthorizationDetails(
      { MaxItems: 2, ...(Marker !== undefined && { Marker }) },
      call,
    );
    const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [], Policies = [] } = page;
    paged.push(...UserDetailList, ...GroupDetailList, ...RoleDetailList, ...Policies);
    [Marker, more] = [page.Marker, page.IsTruncated === true];
  }
  const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [], Policies = [] } = all;
  expect(paged).toEqual([...UserDetailList, ...GroupDetailList, ...RoleDetailList, ...Policies]);

  const some = await iam.getAccountAuthorizationDetails({ Filter: ['Role', 'AWSManagedPolicy'] }, call);
  expect([some.UserDetailList, some.GroupDetailList, some.RoleDetailList?.length, some.Policies?.length]).toEqual([
    [],
    [],
    1,
    1,
  ]);
  await expect(iam.getAccountAuthorizationDetails({ Filter: ['Everything' as 'User'] }, call)).rejects.toMatchObject({
    code: 'ValidationError',
  });
});
