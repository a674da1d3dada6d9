import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, type OpenIam, openIam, TRUST } from '../testing/iam.ts';

// Elements, codes and texts as LocalStack recorded them on AWS (test_iam_roles.snapshot.json); encoding and paths by the
// API reference.
const call = callOf();
const NOBODY = { code: 'NoSuchEntity', statusCode: 404, message: 'The role with name nobody cannot be found.' };
const REDUCED = `arn:aws:iam::${ACCOUNT_ID}:policy/limits/reduced`;

let iam: OpenIam['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await make();
});

const make = () => iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, call);

it('reads inline policies as they were put, percent-encoded, and keeps the role until they are deleted', async () => {
  const put = (PolicyName: string, PolicyDocument = DOCUMENT) =>
    iam.putRolePolicy({ RoleName: 'r', PolicyName, PolicyDocument }, call);
  const spaced = DOCUMENT.replace('s3:*', 's3:Get*').replace('{"Ver', '{ "Ver');
  await put('two');
  await put('one');
  await put('two', spaced);
  const read = await iam.getRolePolicy({ RoleName: 'R', PolicyName: 'two' }, call);
  expect([read.RoleName, read.PolicyName, decodeURIComponent(read.PolicyDocument ?? '')]).toEqual(['r', 'two', spaced]);
  expect(read.PolicyDocument).toMatch(/^%7B%20%22Version%22%3A.*s3%3AGet%2A/);
  const first = await iam.listRolePolicies({ RoleName: 'r', MaxItems: 1 }, call);
  expect(first).toEqual({ PolicyNames: ['one'], IsTruncated: true, Marker: expect.any(String) });
  await iam.deleteRolePolicy({ RoleName: 'r', PolicyName: 'one' }, call);
  expect(await iam.listRolePolicies({ RoleName: 'r', Marker: first.Marker }, call)).toEqual({
    PolicyNames: ['two'],
    IsTruncated: false,
  });
  const gone = { code: 'NoSuchEntity', message: 'The role policy with name one cannot be found.' };
  await expect(iam.getRolePolicy({ RoleName: 'r', PolicyName: 'one' }, call)).rejects.toMatchObject(gone);
  await expect(iam.getRolePolicy({ RoleName: 'nobody', PolicyName: 'two' }, call)).rejects.toMatchObject(NOBODY);
  await expect(iam.listRolePolicies({ RoleName: 'nobody' }, call)).rejects.toMatchObject(NOBODY);
  await expect(iam.deleteRole({ RoleName: 'r' }, call)).rejects.toMatchObject({
    code: 'DeleteConflict',
    message: 'Cannot delete entity, must delete policies first.',
  });
  await iam.deleteRolePolicy({ RoleName: 'r', PolicyName: 'two' }, call);
  await iam.deleteRole({ RoleName: 'r' }, call);
  await make();
  expect(await iam.listRolePolicies({ RoleName: 'r' }, call)).toEqual({ PolicyNames: [], IsTruncated: false });
});

it('lists attached policies by path, and keeps the role until they are detached', async () => {
  const list = async (input: object = {}) =>
    (await iam.listAttachedRolePolicies({ RoleName: 'r', ...input }, call)).AttachedPolicies;
  await iam.createPolicy({ PolicyName: 'reduced', Path: '/limits/', PolicyDocument: DOCUMENT }, call);
  for (const PolicyArn of [REDUCED, ADMIN]) await iam.attachRolePolicy({ RoleName: 'r', PolicyArn }, call);
  const reduced = { PolicyName: 'reduced', PolicyArn: REDUCED };
  const admin = { PolicyName: 'AdministratorAccess', PolicyArn: ADMIN };
  expect(await list()).toEqual(expect.arrayContaining([reduced, admin]));
  expect([await list({ PathPrefix: '/limits/' }), await list({ PathPrefix: '/none/' })]).toEqual([[reduced], []]);
  const first = await iam.listAttachedRolePolicies({ RoleName: 'r', MaxItems: 1 }, call);
  expect(first).toMatchObject({ IsTruncated: true, Marker: expect.any(String) });
  const rest = (await list({ Marker: first.Marker })) ?? [];
  expect([...(first.AttachedPolicies ?? []), ...rest]).toEqual(await list());
  await expect(iam.deleteRole({ RoleName: 'r' }, call)).rejects.toMatchObject({
    code: 'DeleteConflict',
    message: 'Cannot delete entity, must detach all policies first.',
  });
  await iam.detachRolePolicy({ RoleName: 'r', PolicyArn: ADMIN }, call);
  expect(await list()).toEqual([reduced]);
  const detach = (PolicyArn: string, RoleName = 'r') => iam.detachRolePolicy({ RoleName, PolicyArn }, call);
  const gone = { code: 'NoSuchEntity', message: `Policy ${ADMIN} was not found.` };
  await expect(detach(ADMIN)).rejects.toMatchObject(gone);
  await expect(detach(REDUCED, 'nobody')).rejects.toMatchObject(NOBODY);
  await expect(iam.listAttachedRolePolicies({ RoleName: 'nobody' }, call)).rejects.toMatchObject(NOBODY);
  await detach(REDUCED);
  expect((await iam.getPolicy({ PolicyArn: REDUCED }, call)).Policy?.AttachmentCount).toBe(0);
  await iam.deleteRole({ RoleName: 'r' }, call);
});
