import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, NOW_MS, OWN_POLICY, openIam, TRUST } from '../testing/iam.ts';

// API reference of each operation and of the type `Policy`; user guide, "Tags for IAM resources".
const call = callOf();
const OWN = { PolicyArn: OWN_POLICY };
const gone = { code: 'NoSuchEntity', message: `Policy ${OWN_POLICY} was not found.` };

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT, Description: 'd' }, call);
});

describe('a listing of policies', () => {
  const names = async (input: Parameters<typeof iam.listPolicies>[0]) =>
    (await iam.listPolicies(input, call)).Policies?.map(({ PolicyName }) => PolicyName);

  it('leaves description and tags out, and is of whoever is asked for', async () => {
    await iam.tagPolicy({ ...OWN, Tags: [{ Key: 'a', Value: 'b' }] }, call);
    const { Policies: local = [] } = await iam.listPolicies({ Scope: 'Local' }, call);
    expect(local).toEqual([
      {
        ...{ PolicyName: 'p', PolicyId: expect.stringMatching(/^ANPA/), Arn: OWN_POLICY, Path: '/' },
        ...{ DefaultVersionId: 'v1', AttachmentCount: 0, PermissionsBoundaryUsageCount: 0, IsAttachable: true },
        ...{ CreateDate: new Date(NOW_MS), UpdateDate: new Date(NOW_MS) },
      },
    ]);
    const { Policies: aws = [] } = await iam.listPolicies({ Scope: 'AWS' }, call);
    expect(aws.every(({ Arn = '' }) => Arn.startsWith('arn:aws:iam::aws:policy/'))).toBe(true);
    for (const input of [{}, { Scope: 'All' } as const]) {
      expect((await iam.listPolicies(input, call)).Policies).toEqual(expect.arrayContaining([...local, ...aws]));
    }
    await expect(iam.listPolicies({ Scope: 'local' as 'Local' }, call)).rejects.toMatchObject({
      code: 'ValidationError',
    });
  });

  it('is of a path, of what is attached, or of what is a boundary', async () => {
    for (const PolicyName of ['q', 'bound']) {
      await iam.createPolicy({ PolicyName, PolicyDocument: DOCUMENT, Path: '/dev/' }, call);
    }
    const dev = `arn:aws:iam::${ACCOUNT_ID}:policy/dev/`;
    expect(await names({ OnlyAttached: true })).toEqual([]);
    await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST, PermissionsBoundary: `${dev}bound` }, call);
    for (const PolicyArn of [`${dev}q`, ADMIN]) await iam.attachRolePolicy({ RoleName: 'r', PolicyArn }, call);
    expect((await names({ PathPrefix: '/dev/' }))?.sort()).toEqual(['bound', 'q']);
    expect(await names({ Scope: 'AWS', PathPrefix: '/dev/' })).toEqual([]);
    const attached = { OnlyAttached: true, PolicyUsageFilter: 'PermissionsPolicy' } as const;
    expect((await names(attached))?.sort()).toEqual(['AdministratorAccess', 'q']);
    expect(await names({ ...attached, Scope: 'Local' })).toEqual(['q']);
    expect(await names({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual(['bound']);
    const bounds = { PathPrefix: '/dev/', PolicyUsageFilter: 'PermissionsBoundary' } as const;
    expect((await iam.listPolicies(bounds, call)).Policies).toMatchObject([
      { PolicyName: 'bound', AttachmentCount: 0, PermissionsBoundaryUsageCount: 1 },
    ]);
  });

  it('goes on page by page, also when a policy is deleted in between', async () => {
    for (const [PolicyName, Path] of [
      ['a', '/z/'],
      ['B', '/y/'],
      ['c', '/x/'],
    ] as const) {
      await iam.createPolicy({ PolicyName, Path, PolicyDocument: DOCUMENT }, call);
    }
    const all = await names({ Scope: 'Local' });
    const { Policies: first = [], Marker } = await iam.listPolicies({ Scope: 'Local', MaxItems: 2 }, call);
    await iam.deletePolicy({ PolicyArn: first[1]?.Arn ?? '' }, call);
    const { Policies: rest = [], IsTruncated } = await iam.listPolicies({ Scope: 'Local', MaxItems: 2, Marker }, call);
    expect([...first, ...rest].map(({ PolicyName }) => PolicyName)).toEqual(all);
    expect([IsTruncated, all?.length]).toEqual([false, 4]);
  });
});

it('who has a policy is listed page by page, also when somebody lets go of it in between', async () => {
  for (const UserName of ['Anna', 'bob']) {
    await iam.createUser({ UserName }, call);
    await iam.attachUserPolicy({ UserName, ...OWN }, call);
  }
  await iam.createGroup({ GroupName: 'g' }, call);
  await iam.attachGroupPolicy({ GroupName: 'g', ...OWN }, call);
  await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, call);
  await iam.attachRolePolicy({ RoleName: 'r', ...OWN }, call);
  const names = async (page: object) => {
    const {
      PolicyGroups = [],
      PolicyUsers = [],
      PolicyRoles = [],
      Marker,
    } = await iam.listEntitiesForPolicy({ ...OWN, ...page }, call);
    const found = [PolicyGroups.map((group) => group.GroupName), PolicyUsers.map((user) => user.UserName)];
    return { Marker, found: [...found.flat(), ...PolicyRoles.map((role) => role.RoleName)] };
  };
  const { found, Marker } = await names({ MaxItems: 3 });
  expect([...found, ...(await names({ Marker })).found].sort()).toEqual(['Anna', 'bob', 'g', 'r']);
  await iam.detachUserPolicy({ UserName: 'bob', ...OWN }, call);
  expect([...found, ...(await names({ Marker })).found].sort()).toEqual(['Anna', 'bob', 'g', 'r']);
});

describe('tags', () => {
  const tag = (tags: Record<string, string>) =>
    iam.tagPolicy({ ...OWN, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }, call);
  const tags = async () => (await iam.listPolicyTags(OWN, call)).Tags?.map(({ Key, Value }) => `${Key}=${Value}`);

  // Keys are compared exactly, other than those of users and roles (IAM user guide, "Rules for tagging in IAM and AWS STS").
  it('are added, overwritten, listed by key, and removed', async () => {
    expect(await iam.listPolicyTags(OWN, call)).toEqual({ Tags: [], IsTruncated: false });
    await tag({ stage: 'dev', cost: '7' });
    await tag({ area: '', Cost: '8', stage: 'prod' });
    expect(await tags()).toEqual(['Cost=8', 'area=', 'cost=7', 'stage=prod']);
    expect((await iam.getPolicy(OWN, call)).Policy?.Tags).toHaveLength(4);
    const first = await iam.listPolicyTags({ ...OWN, MaxItems: 2 }, call);
    expect(first).toMatchObject({ IsTruncated: true, Tags: [{ Key: 'Cost' }, { Key: 'area' }] });
    await iam.untagPolicy({ ...OWN, TagKeys: ['area', 'COST', 'never'] }, call);
    expect(await tags()).toEqual(['Cost=8', 'cost=7', 'stage=prod']);
    expect(await iam.listPolicyTags({ ...OWN, MaxItems: 2, Marker: first.Marker }, call)).toEqual({
      Tags: [
        { Key: 'cost', Value: '7' },
        { Key: 'stage', Value: 'prod' },
      ],
      IsTruncated: false,
    });
  });

  it('are refused all together where one is wrong, or where they are more than 50', async () => {
    await tag(Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key-${index}`, 'v'])));
    for (const [wrong, code] of [
      [{ a: '1', b: '2' }, 'LimitExceeded'],
      [{ a: '1', 'key-0': '<' }, 'ValidationError'],
      [{ a: 'v'.repeat(257) }, 'ValidationError'],
      [{ ['k'.repeat(129)]: 'v' }, 'ValidationError'],
    ] as const) {
      await expect(tag(wrong)).rejects.toMatchObject({ code });
    }
    const twice = [1, 2].map((value) => ({ Key: 'a', Value: String(value) }));
    await expect(iam.tagPolicy({ ...OWN, Tags: twice }, call)).rejects.toMatchObject({
      code: 'InvalidInput',
      message: expect.not.stringContaining('case insensitive'),
    });
    expect(await tags()).toHaveLength(49);
    expect(await tags()).toContain('key-0=v');
    await tag({ a: '1', 'key-0': 'w' });
    expect(await tags()).toHaveLength(50);
  });

  it('are of policies that there are', async () => {
    await iam.deletePolicy(OWN, call);
    await expect(tag({ a: '1' })).rejects.toMatchObject(gone);
    await expect(iam.untagPolicy({ ...OWN, TagKeys: ['a'] }, call)).rejects.toMatchObject(gone);
    await expect(iam.listPolicyTags(OWN, call)).rejects.toMatchObject(gone);
  });
});
