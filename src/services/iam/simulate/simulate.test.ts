import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, callOf, openIam } from '../testing/iam.ts';

// AWS CLI reference, example of `simulate-custom-policy`; API reference of the operation ("Same-Account Simulation") and of the
// type `EvaluationResult`.
const call = callOf();
const CALLER = `arn:aws:iam::${ACCOUNT_ID}:user/mateo`;
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
const USER_NAME = '${aws:username}';
const BUCKET = 'arn:aws:s3:::production/Test';
const DATED =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}';

const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string | string[], rest: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...rest });

let iam: Awaited<ReturnType<typeof openIam>>['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
});

type Asked = Partial<Parameters<typeof iam.simulateCustomPolicy>[0]>;

async function results(asked: Asked) {
  const input = { PolicyInputList: [policy(allow('s3:*'))], ActionNames: ['s3:PutObject'], ...asked };
  return (await iam.simulateCustomPolicy(input, call)).EvaluationResults ?? [];
}

const decisions = async (asked: Asked) => (await results(asked)).map(({ EvalDecision }) => EvalDecision);

const dated = (...ContextKeyValues: string[]) => ({
  PolicyInputList: [DATED],
  ActionNames: ['dynamodb:CreateBackup'],
  ContextEntries: [{ ContextKeyName: 'aws:CurrentTime', ContextKeyType: 'date' as const, ContextKeyValues }],
});

it('tells the decision and the statement that made it', async () => {
  const asked = { EvalActionName: 'dynamodb:CreateBackup', EvalResourceName: '*', MissingContextValues: [] };
  expect(await results(dated('2019-04-25T11:00:00Z'))).toMatchObject([
    {
      ...asked,
      EvalDecision: 'allowed',
      MatchedStatements: [
        { SourcePolicyId: 'PolicyInputList.1', StartPosition: { Line: 1 }, EndPosition: { Line: 1, Column: 167 } },
      ],
    },
  ]);
  expect(await results(dated('2014-04-25T11:00:00Z'))).toMatchObject([
    { ...asked, EvalDecision: 'implicitDeny', MatchedStatements: [] },
  ]);
});

it('tells the condition keys that it was not given', async () => {
  const [result] = await results({ ...dated(), ContextEntries: [] });
  expect(result).toMatchObject({ EvalDecision: 'implicitDeny', MissingContextValues: ['aws:CurrentTime'] });
});

it('names only the statements that deny, where some do', async () => {
  const deny = { Effect: 'Deny', Action: 's3:Put*', Resource: 'arn:aws:s3:::production/*' };
  const asked = { PolicyInputList: [policy(allow('s3:*')), policy(allow('ec2:*'), deny)], ResourceArns: [BUCKET] };
  const [denied] = await results(asked);
  expect(denied?.EvalDecision).toBe('explicitDeny');
  expect(denied?.MatchedStatements?.map(({ SourcePolicyId }) => SourcePolicyId)).toEqual(['PolicyInputList.2']);
  const [allowed] = await results({ ...asked, ResourceArns: ['arn:aws:s3:::other/Test'] });
  expect(allowed?.EvalDecision).toBe('allowed');
  expect(allowed?.MatchedStatements?.map(({ SourcePolicyId }) => SourcePolicyId)).toEqual(['PolicyInputList.1']);
});

it('allows no more than a permissions boundary, but for a user whom the resource’s policy names', async () => {
  const onlyIam = policy(allow('iam:*'));
  const bounded = { PermissionsBoundaryPolicyInputList: [onlyIam], ResourceArns: [BUCKET], CallerArn: CALLER };
  const isBounded = { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false } };
  expect(await results(bounded)).toMatchObject([{ ...isBounded, EvalDecision: 'implicitDeny' }]);
  expect(await decisions({ ...bounded, PermissionsBoundaryPolicyInputList: [policy(allow('s3:*'))] })).toEqual([
    'allowed',
  ]);
  const ResourcePolicy = policy(
    allow(['s3:List*', 's3:Put*'], { Principal: { AWS: CALLER }, Resource: 'arn:aws:s3:::production/*' }),
  );
  const named = { ...bounded, PolicyInputList: [onlyIam], ResourcePolicy };
  expect(await results(named)).toMatchObject([
    { ...isBounded, EvalDecision: 'allowed', MatchedStatements: [{ SourcePolicyId: 'ResourcePolicy' }] },
  ]);
  expect(await decisions({ ...named, CallerArn: `${CALLER}2` })).toEqual(['implicitDeny']);
  expect(await decisions({ ...named, ActionNames: ['s3:GetObject'] })).toEqual(['implicitDeny']);
  const two = { ...bounded, PermissionsBoundaryPolicyInputList: [onlyIam, onlyIam] };
  await expect(results(two)).rejects.toMatchObject({ code: 'InvalidInput', statusCode: 400 });
});

it('knows the caller’s name, and judges resources of another account by both sides', async () => {
  const home = policy(allow('s3:*', { Resource: `arn:aws:s3:::home/${USER_NAME}` }));
  const asked = { PolicyInputList: [home], ResourceArns: ['arn:aws:s3:::home/mateo', 'arn:aws:s3:::home/anna'] };
  expect(await decisions({ ...asked, CallerArn: CALLER })).toEqual(['allowed', 'implicitDeny']);
  const foreign = { CallerArn: CALLER, ResourceArns: [BUCKET], ResourceOwner: 'arn:aws:iam::111122223333:root' };
  expect(await decisions(foreign)).toEqual(['implicitDeny']);
  const ResourcePolicy = policy(allow('s3:*', { Principal: { AWS: ACCOUNT_ID } }));
  expect(await decisions({ ...foreign, ResourcePolicy })).toEqual(['allowed']);
  const PolicyInputList = [policy(allow('ec2:*'))];
  expect(await decisions({ ...foreign, ResourcePolicy, PolicyInputList })).toEqual(['implicitDeny']);
});

it('asks about each action on each resource, page by page', async () => {
  const input = { PolicyInputList: [policy(allow('s3:Get*'))], ActionNames: ['s3:GetObject', 's3:PutObject'] };
  const ResourceArns = ['arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'];
  const pairs: unknown[] = [];
  const sizes: unknown[] = [];
  for (let Marker: string | undefined, more = true; more; ) {
    const page = await iam.simulateCustomPolicy({ ...input, ResourceArns, MaxItems: 3, Marker }, call);
    for (const each of page.EvaluationResults ?? []) {
      pairs.push([each.EvalActionName, each.EvalResourceName, each.EvalDecision]);
    }
    sizes.push(page.EvaluationResults?.length);
    [Marker, more] = [page.Marker, page.IsTruncated === true];
  }
  expect(sizes).toEqual([3, 1]);
  expect(pairs).toEqual([
    ...ResourceArns.map((arn) => ['s3:GetObject', arn, 'allowed']),
    ...ResourceArns.map((arn) => ['s3:PutObject', arn, 'implicitDeny']),
  ]);
});

it('refuses what is no policy', async () => {
  for (const wrong of ['{', '{"Version":"2012-10-17","Statement":{"Effect":"Perhaps"}}']) {
    await expect(results({ PolicyInputList: [wrong] })).rejects.toMatchObject({ code: 'InvalidInput' });
  }
});
