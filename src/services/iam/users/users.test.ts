import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, OWN_POLICY, openIam } from '../testing/iam.ts';

// API reference of each operation; user guide, "Permissions boundaries for IAM entities" and "Tags for IAM resources".
const call = callOf();
const ANNA = { UserName: 'anna' };
const noUser = { code: 'NoSuchEntity', statusCode: 404, message: 'The user with name bob cannot be found.' };

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await iam.createUser(ANNA, call);
});

it('lets a user do again what his boundary kept him from, once it is deleted', async () => {
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
  await iam.attachUserPolicy({ ...ANNA, PolicyArn: ADMIN }, call);
  await iam.putUserPermissionsBoundary({ ...ANNA, PermissionsBoundary: OWN_POLICY }, call);
  const decisions = async () => {
    const PolicySourceArn = `arn:aws:iam::${ACCOUNT_ID}:user/anna`;
    const asked = { PolicySourceArn, ActionNames: ['s3:GetObject', 'ec2:RunInstances'] };
    return (await iam.simulatePrincipalPolicy(asked, call)).EvaluationResults?.map(({ EvalDecision }) => EvalDecision);
  };
  expect((await iam.getUser(ANNA, call)).User?.PermissionsBoundary).toEqual({
    PermissionsBoundaryType: 'Policy',
    PermissionsBoundaryArn: OWN_POLICY,
  });
  expect(await decisions()).toEqual(['allowed', 'implicitDeny']);
  await expect(iam.deletePolicy({ PolicyArn: OWN_POLICY }, call)).rejects.toMatchObject({ code: 'DeleteConflict' });

  await iam.deleteUserPermissionsBoundary({ UserName: 'Anna' }, call);
  expect((await iam.getUser(ANNA, call)).User).not.toHaveProperty('PermissionsBoundary');
  expect((await iam.listAttachedUserPolicies(ANNA, call)).AttachedPolicies).toHaveLength(1);
  expect(await decisions()).toEqual(['allowed', 'allowed']);
  await iam.deletePolicy({ PolicyArn: OWN_POLICY }, call);
  await expect(iam.deleteUserPermissionsBoundary({ UserName: 'bob' }, call)).rejects.toMatchObject(noUser);
});

it('keeps a user’s name as it is spelt, unless he is given another', async () => {
  await iam.updateUser({ UserName: 'ANNA', NewPath: '/dev/' }, call);
  expect((await iam.getUser(ANNA, call)).User).toMatchObject({ UserName: 'anna', Path: '/dev/' });
  await iam.updateUser({ UserName: 'ANNA', NewUserName: 'Anna' }, call);
  expect((await iam.getUser(ANNA, call)).User).toMatchObject({ UserName: 'Anna', Path: '/dev/' });
  await expect(iam.updateUser({ ...ANNA, NewUserName: 'a b' }, call)).rejects.toMatchObject({
    code: 'ValidationError',
  });
});

it('lists tags sorted by their keys, and goes on behind one that was removed', async () => {
  const tags = { stage: 'dev', Cost: '7', '10': 'x', area: '' };
  await iam.tagUser({ ...ANNA, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }, call);
  const { Tags, IsTruncated } = await iam.listUserTags(ANNA, call);
  expect(Tags).toEqual(['10', 'Cost', 'area', 'stage'].map((Key) => ({ Key, Value: tags[Key as 'area'] })));
  expect(IsTruncated).toBe(false);
  const first = await iam.listUserTags({ ...ANNA, MaxItems: 2 }, call);
  expect(first).toMatchObject({ IsTruncated: true, Tags: [{ Key: '10' }, { Key: 'Cost' }] });
  await iam.untagUser({ ...ANNA, TagKeys: ['Cost'] }, call);
  expect(await iam.listUserTags({ ...ANNA, MaxItems: 2, Marker: first.Marker }, call)).toEqual({
    IsTruncated: false,
    Tags: [
      { Key: 'area', Value: '' },
      { Key: 'stage', Value: 'dev' },
    ],
  });
  await expect(iam.listUserTags({ UserName: 'bob' }, call)).rejects.toMatchObject(noUser);
});

it('removes tags whatever the case of their keys, and no others', async () => {
  await iam.tagUser({ ...ANNA, Tags: ['Cost', 'area', 'stage'].map((Key) => ({ Key, Value: 'v' })) }, call);
  await iam.untagUser({ ...ANNA, TagKeys: ['COST', 'stage', 'never'] }, call);
  expect((await iam.listUserTags(ANNA, call)).Tags).toEqual([{ Key: 'area', Value: 'v' }]);
  await iam.untagUser({ ...ANNA, TagKeys: ['area'] }, call);
  expect(await iam.listUserTags(ANNA, call)).toEqual({ Tags: [], IsTruncated: false });
  expect((await iam.getUser(ANNA, call)).User).not.toHaveProperty('Tags');
  await expect(iam.untagUser({ UserName: 'bob', TagKeys: ['a'] }, call)).rejects.toMatchObject(noUser);
});
