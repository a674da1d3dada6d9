import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, callOf, openIam } from '../testing/iam.ts';

// AWS CLI reference, example of `get-context-keys-for-custom-policy`; API reference of both operations.
const call = callOf();
const USER_ARN = `arn:aws:iam::${ACCOUNT_ID}:user/mateo`;
const variable = (name: string) => `$\{${name}}`;
const policy = (...statements: object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...statement })),
  });
const DATED = policy({
  Resource: `arn:aws:dynamodb:us-west-2:123456789012:table/${variable('aws:username')}`,
  Condition: { DateGreaterThan: { 'aws:CurrentTime': '2015-08-16T12:00:00Z' } },
});

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
});

it('lists the keys of conditions and of variables, each once', async () => {
  const keys = async (...PolicyInputList: string[]) =>
    [...((await iam.getContextKeysForCustomPolicy({ PolicyInputList }, call)).ContextKeyNames ?? [])].sort();
  expect(await keys(DATED)).toEqual(['aws:CurrentTime', 'aws:username']);
  const prefix = ['', `home/${variable('aws:userid')}/*`];
  const Condition = { StringLike: { 's3:prefix': prefix }, Bool: { 'aws:SecureTransport': true } };
  const second = policy({ Condition }, { Resource: `arn:aws:s3:::b/${variable('*')}` });
  const all = ['aws:CurrentTime', 'aws:SecureTransport', 'aws:userid', 'aws:username', 's3:prefix'];
  expect(await keys(DATED, second)).toEqual(all);
  expect(await keys(policy({}))).toEqual([]);
  await expect(keys('{')).rejects.toMatchObject({ code: 'InvalidInput', statusCode: 400 });
});

it('lists the keys of a user’s policies, of his groups’ and of those that are added', async () => {
  const keyed = (key: string) => policy({ Condition: { StringEquals: { [key]: 'v' } } });
  await iam.createUser({ UserName: 'mateo' }, call);
  for (const GroupName of ['his', 'other']) {
    await iam.createGroup({ GroupName }, call);
    const PolicyDocument = keyed(`aws:RequestTag/${GroupName}`);
    await iam.putGroupPolicy({ GroupName, PolicyName: 'p', PolicyDocument }, call);
  }
  await iam.addUserToGroup({ GroupName: 'his', UserName: 'mateo' }, call);
  const inline = { UserName: 'mateo', PolicyName: 'p', PolicyDocument: keyed('aws:SourceIp') };
  await iam.putUserPolicy(inline, call);
  const { Policy } = await iam.createPolicy({ PolicyName: 'm', PolicyDocument: keyed('aws:UserAgent') }, call);
  await iam.attachUserPolicy({ UserName: 'mateo', PolicyArn: Policy?.Arn ?? '' }, call);
  const keys = async (PolicySourceArn: string, PolicyInputList?: string[]) => {
    const input = { PolicySourceArn, PolicyInputList };
    return [...((await iam.getContextKeysForPrincipalPolicy(input, call)).ContextKeyNames ?? [])].sort();
  };
  const own = ['aws:RequestTag/his', 'aws:SourceIp', 'aws:UserAgent'];
  expect(await keys(USER_ARN)).toEqual(own);
  expect(await keys(USER_ARN, [DATED])).toEqual(['aws:CurrentTime', ...own, 'aws:username'].sort());
  expect(await keys(`arn:aws:iam::${ACCOUNT_ID}:group/other`)).toEqual(['aws:RequestTag/other']);
  await expect(keys(`arn:aws:iam::${ACCOUNT_ID}:user/bob`)).rejects.toMatchObject({
    code: 'NoSuchEntity',
    message: 'The user with name bob cannot be found.',
  });
  const session = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/r/s`;
  await expect(keys(session)).rejects.toMatchObject({
    code: 'InvalidInput',
    message: `Invalid Entity Arn: ${session} does not clearly define entity type and name.`,
  });
});
