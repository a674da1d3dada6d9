import { beforeEach, expect, it } from 'vitest';
import type { Call } from '../../../aws/index.ts';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT, NOW_MS, OWN_POLICY, openIam } from '../testing/iam.ts';

// API reference of each operation and of the type `Policy`; user guide, "Versioning IAM policies".
const call = callOf();
const at = (minutes: number): Call => ({ ...call, nowMs: NOW_MS + minutes * 60_000 });
const OWN = { PolicyArn: OWN_POLICY };
const OTHER = DOCUMENT.replace('s3:*', 'ec2:*');

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await iam.createPolicy({ PolicyName: 'p', PolicyDocument: DOCUMENT }, call);
});

const addVersion = (minutes: number) => iam.createPolicyVersion({ ...OWN, PolicyDocument: OTHER }, at(minutes));

const ids = async (page = {}) => {
  const { Versions = [], ...end } = await iam.listPolicyVersions({ ...OWN, ...page }, call);
  return { ids: Versions.map(({ VersionId }) => VersionId), ...end };
};

it('versions are shown with their documents, encoded, and one is the default', async () => {
  await addVersion(1);
  const first = { VersionId: 'v1', IsDefaultVersion: true, CreateDate: new Date(NOW_MS) };
  const second = { VersionId: 'v2', IsDefaultVersion: false, CreateDate: new Date(at(1).nowMs) };
  const { Versions, IsTruncated } = await iam.listPolicyVersions(OWN, call);
  expect([Versions, IsTruncated]).toEqual([[second, first], false]);
  for (const [version, document] of [
    [first, DOCUMENT],
    [second, OTHER],
  ] as const) {
    const { VersionId } = version;
    const { Document = '', ...shown } = (await iam.getPolicyVersion({ ...OWN, VersionId }, call)).PolicyVersion ?? {};
    expect([shown, decodeURIComponent(Document)]).toEqual([version, document]);
    expect(Document).toMatch(/^[\w.~%-]+$/);
  }
  const aws = (await iam.getPolicyVersion({ PolicyArn: ADMIN, VersionId: 'v1' }, call)).PolicyVersion;
  expect(aws).toMatchObject({ VersionId: 'v1', IsDefaultVersion: true });
  expect(JSON.parse(decodeURIComponent(aws?.Document ?? ''))).toMatchObject({
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
});

it('versions decide about callers while they are the default, and not before', async () => {
  await iam.createUser({ UserName: 'anna' }, call);
  await iam.attachUserPolicy({ UserName: 'anna', ...OWN }, call);
  const decisions = async () => {
    const PolicySourceArn = `arn:aws:iam::${ACCOUNT_ID}:user/anna`;
    const asked = { PolicySourceArn, ActionNames: ['s3:GetObject', 'ec2:RunInstances'] };
    return (await iam.simulatePrincipalPolicy(asked, call)).EvaluationResults?.map(({ EvalDecision }) => EvalDecision);
  };
  await addVersion(1);
  expect(await decisions()).toEqual(['allowed', 'implicitDeny']);
  await iam.setDefaultPolicyVersion({ ...OWN, VersionId: 'v2' }, at(2));
  expect(await decisions()).toEqual(['implicitDeny', 'allowed']);
  expect((await iam.getPolicyVersion({ ...OWN, VersionId: 'v1' }, call)).PolicyVersion?.IsDefaultVersion).toBe(false);
  expect((await iam.getPolicy(OWN, call)).Policy).toMatchObject({
    DefaultVersionId: 'v2',
    CreateDate: new Date(NOW_MS),
    UpdateDate: new Date(at(1).nowMs),
  });
  await iam.deletePolicyVersion({ ...OWN, VersionId: 'v1' }, at(3));
  expect((await iam.getPolicy(OWN, call)).Policy?.UpdateDate).toEqual(new Date(at(1).nowMs));
  expect(await ids()).toEqual({ ids: ['v2'], IsTruncated: false });
});

it('versions are not found under ids and ARNs of nothing', async () => {
  const unknown = `arn:aws:iam::${ACCOUNT_ID}:policy/dev/p`;
  const noPolicy = { code: 'NoSuchEntity', message: `Policy ${unknown} was not found.` };
  const missing = { code: 'NoSuchEntity', statusCode: 404 };
  const none = { ...OWN, VersionId: 'v2' };
  await expect(iam.getPolicyVersion(none, call)).rejects.toMatchObject(missing);
  await expect(iam.setDefaultPolicyVersion(none, call)).rejects.toMatchObject(missing);
  expect((await iam.getPolicy(OWN, call)).Policy?.DefaultVersionId).toBe('v1');
  const wrong = { PolicyArn: unknown, VersionId: 'v1' };
  await expect(iam.getPolicyVersion(wrong, call)).rejects.toMatchObject(noPolicy);
  await expect(iam.setDefaultPolicyVersion(wrong, call)).rejects.toMatchObject(noPolicy);
  await expect(iam.listPolicyVersions(wrong, call)).rejects.toMatchObject(noPolicy);
  const user = { PolicyArn: `arn:aws:iam::${ACCOUNT_ID}:user/anna` };
  await expect(iam.listPolicyVersions(user, call)).rejects.toMatchObject({ code: 'InvalidInput' });
});

it('versions are listed page by page, also when one is deleted in between', async () => {
  for (let number = 2; number <= 11; number += 1) {
    if (number > 5) await iam.deletePolicyVersion({ ...OWN, VersionId: `v${number - 4}` }, call);
    await addVersion(number);
  }
  expect((await ids()).ids).toEqual(['v11', 'v10', 'v9', 'v8', 'v1']);
  const { Marker, ...first } = await ids({ MaxItems: 2 });
  expect(first).toEqual({ ids: ['v11', 'v10'], IsTruncated: true });
  await iam.deletePolicyVersion({ ...OWN, VersionId: 'v10' }, call);
  expect(await ids({ MaxItems: 3, Marker })).toEqual({ ids: ['v9', 'v8', 'v1'], IsTruncated: false });
});
