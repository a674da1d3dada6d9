import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, callOf, DOCUMENT, NOW_MS, type OpenIam, OWN_POLICY, openIam, TRUST } from '../testing/iam.ts';

// Elements, codes and texts as LocalStack recorded them on AWS (test_iam_roles.snapshot.json); what listings leave out by
// the API reference.
const call = callOf();
const NOBODY = { code: 'NoSuchEntity', statusCode: 404, message: 'The role with name nobody cannot be found.' };

let iam: OpenIam['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await make('r');
});

const make = (RoleName: string, input: Partial<Parameters<typeof iam.createRole>[0]> = {}) =>
  iam.createRole({ RoleName, AssumeRolePolicyDocument: TRUST, ...input }, call);
const namesOf = (roles: readonly { readonly RoleName?: string | undefined }[] = []) =>
  roles.map(({ RoleName }) => RoleName);

it('lists roles by path, page by page, without boundary, tags and last use', async () => {
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
  const Tags = [{ Key: 'a', Value: 'b' }];
  await make('b', { Path: '/team/', Description: 'two', PermissionsBoundary: OWN_POLICY, Tags });
  await make('A', { Path: '/team/one/', MaxSessionDuration: 7_200 });
  await make('c', { Path: '/teams/' });
  expect(namesOf((await iam.listRoles({}, call)).Roles)).toEqual(['A', 'b', 'c', 'r']);
  expect(namesOf((await iam.listRoles({ PathPrefix: '/team/' }, call)).Roles)).toEqual(['A', 'b']);
  expect(namesOf((await iam.listRoles({ PathPrefix: '/team' }, call)).Roles)).toEqual(['A', 'b', 'c']);
  expect(await iam.listRoles({ PathPrefix: '/none/' }, call)).toEqual({ Roles: [], IsTruncated: false });
  const first = await iam.listRoles({ PathPrefix: '/team', MaxItems: 2 }, call);
  expect(first).toMatchObject({ IsTruncated: true, Marker: expect.any(String) });
  expect(first.Roles?.[1]).toEqual({
    Path: '/team/',
    RoleName: 'b',
    RoleId: expect.stringMatching(/^AROA/),
    Arn: `arn:aws:iam::${ACCOUNT_ID}:role/team/b`,
    CreateDate: new Date(NOW_MS),
    AssumeRolePolicyDocument: expect.stringContaining('lambda.amazonaws.com'),
    Description: 'two',
    MaxSessionDuration: 3_600,
  });
  const second = await iam.listRoles({ PathPrefix: '/team', Marker: first.Marker }, call);
  expect([namesOf(second.Roles), second.IsTruncated, second.Marker]).toEqual([['c'], false, undefined]);
});

it('changes a description and keeps the rest', async () => {
  await iam.updateRole({ RoleName: 'r', Description: 'one', MaxSessionDuration: 7_200 }, call);
  const { Role } = await iam.updateRoleDescription({ RoleName: 'R', Description: 'two' }, call);
  expect(Role).toEqual({
    Path: '/',
    RoleName: 'r',
    RoleId: expect.stringMatching(/^AROA/),
    Arn: `arn:aws:iam::${ACCOUNT_ID}:role/r`,
    CreateDate: new Date(NOW_MS),
    AssumeRolePolicyDocument: expect.stringContaining('lambda.amazonaws.com'),
    Description: 'two',
  });
  const read = await iam.getRole({ RoleName: 'r' }, call);
  expect(read.Role).toEqual({ ...Role, MaxSessionDuration: 7_200, RoleLastUsed: {} });
  await expect(iam.updateRoleDescription({ RoleName: 'nobody', Description: 'x' }, call)).rejects.toMatchObject(NOBODY);
  const Description = 'x'.repeat(1_001);
  await expect(iam.updateRoleDescription({ RoleName: 'r', Description }, call)).rejects.toMatchObject({
    code: 'ValidationError',
  });
});

it('knows no instance profiles', async () => {
  const none = { InstanceProfiles: [], IsTruncated: false };
  expect(await iam.listInstanceProfiles({ PathPrefix: '/team/' }, call)).toEqual(none);
  expect(await iam.listInstanceProfilesForRole({ RoleName: 'R' }, call)).toEqual(none);
  await expect(iam.listInstanceProfilesForRole({ RoleName: 'nobody' }, call)).rejects.toMatchObject(NOBODY);
});
