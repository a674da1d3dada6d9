import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, type OpenIam, OWN_POLICY, openIam, TRUST } from '../testing/iam.ts';

// Codes and texts as LocalStack recorded them on AWS (test_iam_roles.snapshot.json); of tags, the order by the API
// reference, their keys by the IAM user guide, "Rules for tagging in IAM and AWS STS".
const call = callOf();
const NOBODY = { code: 'NoSuchEntity', statusCode: 404, message: 'The role with name nobody cannot be found.' };

let iam: OpenIam['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }, call);
});

describe('the permissions boundary of a role', () => {
  const boundaryOf = async () => (await iam.getRole({ RoleName: 'r' }, call)).Role?.PermissionsBoundary;
  const put = (PermissionsBoundary: string, RoleName = 'r') =>
    iam.putRolePermissionsBoundary({ RoleName, PermissionsBoundary }, call);

  it('is set, replaced and taken away, and keeps its policy from being deleted', async () => {
    await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
    const usage = async () => (await iam.getPolicy({ PolicyArn: OWN_POLICY }, call)).Policy;
    await put(ADMIN);
    await put(OWN_POLICY);
    expect(await boundaryOf()).toEqual({
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: OWN_POLICY,
    });
    expect(await usage()).toMatchObject({ PermissionsBoundaryUsageCount: 1, AttachmentCount: 0 });
    expect((await iam.listAttachedRolePolicies({ RoleName: 'r' }, call)).AttachedPolicies).toEqual([]);
    await expect(iam.deletePolicy({ PolicyArn: OWN_POLICY }, call)).rejects.toMatchObject({ code: 'DeleteConflict' });
    await iam.deleteRolePermissionsBoundary({ RoleName: 'R' }, call);
    expect(await boundaryOf()).toBeUndefined();
    expect(await usage()).toMatchObject({ PermissionsBoundaryUsageCount: 0 });
    await iam.deletePolicy({ PolicyArn: OWN_POLICY }, call);
  });

  it('goes with the role', async () => {
    await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
    await put(OWN_POLICY);
    await iam.deleteRole({ RoleName: 'r' }, call);
    await iam.deletePolicy({ PolicyArn: OWN_POLICY }, call);
  });

  it('is a managed policy that is there, of a role that is there', async () => {
    const noPolicy = `arn:aws:iam::${ACCOUNT_ID}:not_a_policy/invalid`;
    const invalid = { code: 'InvalidInput', statusCode: 400, message: `ARN ${noPolicy} is not valid.` };
    await expect(put(noPolicy)).rejects.toMatchObject(invalid);
    const withBoundary = { RoleName: 's', AssumeRolePolicyDocument: TRUST, PermissionsBoundary: noPolicy };
    await expect(iam.createRole(withBoundary, call)).rejects.toMatchObject(invalid);
    await expect(put(OWN_POLICY)).rejects.toMatchObject({
      code: 'NoSuchEntity',
      statusCode: 404,
      message: `Scope ARN: ${OWN_POLICY} does not exist or is not attachable.`,
    });
    expect(await boundaryOf()).toBeUndefined();
    await expect(put(ADMIN, 'nobody')).rejects.toMatchObject(NOBODY);
    await expect(iam.deleteRolePermissionsBoundary({ RoleName: 'nobody' }, call)).rejects.toMatchObject(NOBODY);
  });
});

describe('tags of a role', () => {
  const tag = (...tags: readonly [string, string][]) =>
    iam.tagRole({ RoleName: 'r', Tags: tags.map(([Key, Value]) => ({ Key, Value })) }, call);
  const tags = async (input: object = {}) => (await iam.listRoleTags({ RoleName: 'r', ...input }, call)).Tags;

  it('are put on top of those that are there, whatever their keys’ case, and taken away', async () => {
    await tag(['team', 'one'], ['Department', 'finance']);
    await tag(['zone', ''], ['department', 'hr']);
    const all = [
      { Key: 'department', Value: 'hr' },
      { Key: 'team', Value: 'one' },
      { Key: 'zone', Value: '' },
    ];
    expect(await tags()).toEqual(all);
    expect((await iam.getRole({ RoleName: 'r' }, call)).Role?.Tags).toEqual(expect.arrayContaining(all));
    await iam.untagRole({ RoleName: 'R', TagKeys: ['TEAM', 'zone', 'unknown'] }, call);
    expect(await iam.listRoleTags({ RoleName: 'r' }, call)).toEqual({ Tags: [all[0]], IsTruncated: false });
    await iam.untagRole({ RoleName: 'r', TagKeys: ['department'] }, call);
    expect(await tags()).toEqual([]);
    expect((await iam.getRole({ RoleName: 'r' }, call)).Role).not.toHaveProperty('Tags');
  });

  it('are listed by key, page by page', async () => {
    await tag(['c', '3'], ['b', '2'], ['a', '1']);
    const first = await iam.listRoleTags({ RoleName: 'r', MaxItems: 2 }, call);
    expect(first).toMatchObject({ Tags: [{ Key: 'a' }, { Key: 'b' }], IsTruncated: true });
    await iam.untagRole({ RoleName: 'r', TagKeys: ['b'] }, call);
    expect(await tags({ Marker: first.Marker })).toEqual([{ Key: 'c', Value: '3' }]);
  });

  it('are refused as a whole', async () => {
    await tag(['kept', 'x']);
    const invalid = (at: string, constraint: string) => ({
      code: 'ValidationError',
      statusCode: 400,
      message: `1 validation error detected: Value at '${at}' failed to satisfy constraint: Member must ${constraint}`,
    });
    const most = (length: number) => `have length less than or equal to ${length}`;
    const many = Array.from({ length: 51 }, (_, n): [string, string] => [`k${n}`, '']);
    await expect(tag(...many)).rejects.toMatchObject(invalid('tags', most(50)));
    const TagKeys = many.map(([key]) => key);
    await expect(iam.untagRole({ RoleName: 'r', TagKeys }, call)).rejects.toMatchObject(invalid('tagKeys', most(50)));
    await expect(tag(['a', '1'], ['A', '2'])).rejects.toMatchObject({
      code: 'InvalidInput',
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    });
    const [longKey, longValue] = ['b'.repeat(129), 'x'.repeat(257)];
    await expect(tag(['a', '1'], [longKey, ''])).rejects.toMatchObject(invalid('tags.2.member.key', most(128)));
    await expect(tag(['a', '1'], ['b', longValue])).rejects.toMatchObject(invalid('tags.2.member.value', most(256)));
    await expect(tag(['a', '1'], ['b!', ''])).rejects.toMatchObject(
      invalid('tags.2.member.key', 'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    );
    await expect(tag(['a', '1'], ['', ''])).rejects.toMatchObject({ code: 'ValidationError', statusCode: 400 });
    expect(await tags()).toEqual([{ Key: 'kept', Value: 'x' }]);
    await tag(...Array.from({ length: 49 }, (_, n): [string, string] => [`k${n}`, '']));
    await expect(tag(['one more', ''])).rejects.toMatchObject({ code: 'LimitExceeded', statusCode: 409 });
    await tag(['K1', 'another']);
    expect(await tags()).toHaveLength(50);
  });

  it('are of a role that is there', async () => {
    const Tags = [{ Key: 'a', Value: 'b' }];
    await expect(iam.tagRole({ RoleName: 'nobody', Tags }, call)).rejects.toMatchObject(NOBODY);
    await expect(iam.untagRole({ RoleName: 'nobody', TagKeys: ['a'] }, call)).rejects.toMatchObject(NOBODY);
    await expect(iam.listRoleTags({ RoleName: 'nobody' }, call)).rejects.toMatchObject(NOBODY);
  });
});
