import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, callOf, DOCUMENT, OWN_POLICY } from '../testing/iam.ts';
import { openTeam, TEAM } from '../testing/team.ts';

// API reference of each operation; user guide, "IAM and AWS STS quotas"; texts as recorded on AWS.
const call = callOf();
const USER_ARN = `arn:aws:iam::${ACCOUNT_ID}:user/anna`;
const noGroup = { code: 'NoSuchEntity', message: 'The group with name none cannot be found.' };

let team: Awaited<ReturnType<typeof openTeam>>;
let iam: typeof team.iam;
beforeEach(async () => {
  team = await openTeam();
  ({ iam } = team);
});

it('keeps inline policies, which speak for every user of the group until they are deleted', async () => {
  await team.addAnna();
  const own = { ...TEAM, PolicyName: 'own' };
  await iam.putGroupPolicy({ ...own, PolicyDocument: DOCUMENT.replace('s3:*', 'ec2:*') }, call);
  expect(await team.decision()).toBe('implicitDeny');
  await iam.putGroupPolicy({ ...own, PolicyDocument: DOCUMENT }, call);
  expect(await team.decision()).toBe('allowed');
  // RFC 3986: the asterisk is encoded, too.
  const { PolicyDocument = '', ...shown } = await iam.getGroupPolicy({ ...own, GroupName: 'team' }, call);
  expect([shown, decodeURIComponent(PolicyDocument)]).toEqual([own, DOCUMENT]);
  expect(PolicyDocument).toMatch(/^[\w.~%-]+$/);
  await iam.deleteGroupPolicy(own, call);
  expect(await team.decision()).toBe('implicitDeny');
  const gone = { code: 'NoSuchEntity', message: 'The group policy with name own cannot be found.' };
  await expect(iam.getGroupPolicy(own, call)).rejects.toMatchObject(gone);
  await expect(iam.deleteGroupPolicy(own, call)).rejects.toMatchObject(gone);
  await expect(iam.putGroupPolicy({ ...own, PolicyDocument: '{' }, call)).rejects.toMatchObject({
    code: 'MalformedPolicyDocument',
  });
  expect(await iam.listGroupPolicies(TEAM, call)).toEqual({ PolicyNames: [], IsTruncated: false });
});

it('takes 5120 characters of inline policies in all, white space aside, and lists them page by page', async () => {
  const put = (PolicyName: string, characters: number, space = '') => {
    const fill = 'a'.repeat(characters - DOCUMENT.length + 1);
    return iam.putGroupPolicy({ ...TEAM, PolicyName, PolicyDocument: space + DOCUMENT.replace('*', fill) }, call);
  };
  for (const name of ['b', 'a', 'c']) await put(name, 1_000);
  await put('d', 2_120, ' '.repeat(1_000));
  await expect(put('d', 2_121)).rejects.toMatchObject({ code: 'LimitExceeded', statusCode: 409 });
  const first = await iam.listGroupPolicies({ ...TEAM, MaxItems: 3 }, call);
  expect(first.IsTruncated).toBe(true);
  const second = await iam.listGroupPolicies({ ...TEAM, MaxItems: 3, Marker: first.Marker }, call);
  expect(second).toMatchObject({ IsTruncated: false, PolicyNames: [expect.any(String)] });
  expect([...(first.PolicyNames ?? []), ...(second.PolicyNames ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
});

it('attaches a policy once, lists it by its path, and detaches what is attached', async () => {
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
  const paths = `arn:aws:iam::${ACCOUNT_ID}:policy/dev/q`;
  await iam.createPolicy({ PolicyName: 'q', PolicyDocument: DOCUMENT, Path: '/dev/' }, call);
  for (const PolicyArn of [OWN_POLICY, OWN_POLICY, paths]) await iam.attachGroupPolicy({ ...TEAM, PolicyArn }, call);
  const q = { PolicyName: 'q', PolicyArn: paths };
  const all = await iam.listAttachedGroupPolicies(TEAM, call);
  expect(all).toEqual({
    AttachedPolicies: expect.arrayContaining([{ PolicyName: 'p', PolicyArn: OWN_POLICY }, q]),
    IsTruncated: false,
  });
  expect(all.AttachedPolicies).toHaveLength(2);
  expect((await iam.listAttachedGroupPolicies({ ...TEAM, PathPrefix: '/dev/' }, call)).AttachedPolicies).toEqual([q]);
  expect((await iam.getPolicy({ PolicyArn: OWN_POLICY }, call)).Policy?.AttachmentCount).toBe(1);

  const detach = (PolicyArn: string) => iam.detachGroupPolicy({ ...TEAM, PolicyArn }, call);
  await detach(OWN_POLICY);
  expect((await iam.listAttachedGroupPolicies(TEAM, call)).AttachedPolicies).toEqual([q]);
  expect((await iam.getPolicy({ PolicyArn: OWN_POLICY }, call)).Policy?.AttachmentCount).toBe(0);
  await expect(detach(OWN_POLICY)).rejects.toMatchObject({
    code: 'NoSuchEntity',
    message: `Policy ${OWN_POLICY} was not found.`,
  });
  await expect(detach(USER_ARN)).rejects.toMatchObject({ code: 'InvalidInput', statusCode: 400 });
  const none = { GroupName: 'none' };
  await expect(iam.detachGroupPolicy({ ...none, PolicyArn: paths }, call)).rejects.toMatchObject(noGroup);
  await expect(iam.listAttachedGroupPolicies(none, call)).rejects.toMatchObject(noGroup);
});

it('attaches ten policies to a group and no more', async () => {
  const attach = async (number: number) => {
    const { Policy } = await iam.createPolicy({ PolicyName: `p${number}`, PolicyDocument: DOCUMENT }, call);
    await iam.attachGroupPolicy({ ...TEAM, PolicyArn: Policy?.Arn ?? '' }, call);
  };
  for (let number = 1; number <= 10; number += 1) await attach(number);
  await expect(attach(11)).rejects.toMatchObject({
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for PoliciesPerGroup: 10',
  });
  const first = await iam.listAttachedGroupPolicies({ ...TEAM, MaxItems: 8 }, call);
  const second = await iam.listAttachedGroupPolicies({ ...TEAM, MaxItems: 8, Marker: first.Marker }, call);
  const all = [...(first.AttachedPolicies ?? []), ...(second.AttachedPolicies ?? [])];
  expect(new Set(all.map(({ PolicyName }) => PolicyName)).size).toBe(10);
  expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
});
