import { beforeEach, expect, it } from 'vitest';
import { callOf, NOW_MS, type OpenIam, OTHER_ACCOUNT_ID, openIam } from '../testing/iam.ts';

// API reference, `AccessKeyLastUsed`; the refusal as LocalStack recorded it on AWS (test_iam_users.snapshot.json).
const call = callOf();
const NEVER = { ServiceName: 'N/A', Region: 'N/A', LastUsedDate: undefined };

let iam: OpenIam['iam'];
let service: OpenIam['service'];
let id: string;
beforeEach(async () => {
  ({ iam, service } = await openIam());
  await iam.createUser({ UserName: 'Anna' }, call);
  id = await newKey();
});

async function newKey(): Promise<string> {
  return (await iam.createAccessKey({ UserName: 'anna' }, call)).AccessKey?.AccessKeyId ?? '';
}

it('tells when, where and for what a key was used last, and of each key by itself', async () => {
  const other = await newKey();
  expect(await iam.getAccessKeyLastUsed({ AccessKeyId: id }, call)).toEqual({
    UserName: 'Anna',
    AccessKeyLastUsed: NEVER,
  });
  service.keyUses.record(id, { atMs: NOW_MS, service: 'lambda', region: 'eu-west-1' });
  service.keyUses.record(id, { atMs: NOW_MS + 1_000, service: 'iam', region: 'us-east-1' });
  await iam.updateAccessKey({ UserName: 'Anna', AccessKeyId: id, Status: 'Inactive' }, call);
  expect((await iam.getAccessKeyLastUsed({ AccessKeyId: id }, call)).AccessKeyLastUsed).toEqual({
    LastUsedDate: new Date(NOW_MS + 1_000),
    ServiceName: 'iam',
    Region: 'us-east-1',
  });
  expect((await iam.getAccessKeyLastUsed({ AccessKeyId: other }, call)).AccessKeyLastUsed).toEqual(NEVER);
});

it('names the owner as he is called now', async () => {
  await iam.updateUser({ UserName: 'anna', NewUserName: 'berta' }, call);
  expect((await iam.getAccessKeyLastUsed({ AccessKeyId: id }, call)).UserName).toBe('berta');
});

it('denies what it knows of no key, of one that is gone and of another account’s, in the same words', async () => {
  const denied = (key: string, caller = call) =>
    expect(iam.getAccessKeyLastUsed({ AccessKeyId: key }, caller)).rejects.toMatchObject({
      code: 'AccessDenied',
      statusCode: 403,
      message: `User: ${caller.principal.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${key}`,
    });
  await denied('AKIAIOSFODNN7EXAMPLE');
  await denied(id, callOf(OTHER_ACCOUNT_ID));
  await iam.deleteAccessKey({ UserName: 'anna', AccessKeyId: id }, call);
  await denied(id);
});
