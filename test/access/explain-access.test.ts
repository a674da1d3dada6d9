import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STS } from '@aws-sdk/client-sts';
import { beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { allow, callSigned, createUser, deny, deployWho, iamClient, keyOf, policy } from '../support/identities.ts';
import { credentials, temporaryFolder } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';

// What the command says of a caller must be what becomes of his call.
const { controlUrl, gatewayUrl } = inject('sallyport');
const iam = iamClient({ controlUrl });
let api: { readonly id: string; readonly url: string };
beforeAll(async () => {
  api = await deployWho({ gatewayUrl }, sdk(controlUrl));
});

async function explainAccess(...args: readonly string[]) {
  const command = [join(packageRoot, 'dist', 'sallyport.js'), 'explain-access', '--json', ...args];
  const { status, stdout, stderr } = await runProgram(process.execPath, command, {
    AWS_ENDPOINT_URL: controlUrl,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  return status === 0 ? JSON.parse(stdout) : { refused: stderr };
}

const ofMethod = (caller: string, ...more: readonly string[]) =>
  explainAccess('--caller', caller, '--api', api.id, '--stage', 'dev', '--path', '/who', ...more);

test.each([
  ['without a policy', [], 'implicitDeny', 403],
  ['whom a policy allows', [allow('execute-api:Invoke')], 'allowed', 200],
  [
    'whom one statement allows and another denies',
    [allow('execute-api:*'), deny('execute-api:Invoke')],
    'explicitDeny',
    403,
  ],
] as const)('of a user %s it tells what becomes of his call', async (_, statements, decision, status) => {
  const user = await createUser(iam, ...statements);
  const arn = `arn:aws:execute-api:us-east-1:000000000000:${api.id}/dev/GET/who`;
  for (const caller of [user.name, user.accessKeyId]) {
    expect(await ofMethod(caller)).toMatchObject({ decision, action: 'execute-api:Invoke', resource: arn });
  }
  const { statements: deciding } = await ofMethod(user.name);
  expect(deciding).toMatchObject(statements.length === 0 ? [] : [{ policy: 'own', type: 'user' }]);
  expect((await callSigned(api.url, user)).status).toBe(status);
});

test('of a session it tells what its role may do', async () => {
  const user = await createUser(iam);
  const name = `explained-${user.name}`;
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: `arn:aws:iam::000000000000:user/${user.name}` },
  };
  await iam.createRole({ RoleName: name, AssumeRolePolicyDocument: policy(trust) });
  await iam.putRolePolicy({ RoleName: name, PolicyName: 'own', PolicyDocument: policy(allow('execute-api:Invoke')) });
  const sts = new STS({ endpoint: controlUrl, region: 'us-east-1', credentials: user });
  const RoleArn = `arn:aws:iam::000000000000:role/${name}`;
  const { AssumedRoleUser, Credentials } = await sts.assumeRole({ RoleArn, RoleSessionName: 'one' });
  const arn = known(AssumedRoleUser?.Arn);
  expect(await ofMethod(arn)).toMatchObject({ decision: 'allowed', statements: [{ policy: 'own', type: 'role' }] });
  expect((await callSigned(api.url, keyOf(Credentials))).status).toBe(200);
  expect(await ofMethod(arn, '--method', 'GET', '--path', '/elsewhere')).toEqual({
    refused: expect.stringContaining('has no method for GET /elsewhere'),
  });
});

test('of a session with a policy of its own it tells what that leaves', async () => {
  const name = `limited-${randomUUID()}`;
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '000000000000' } };
  await iam.createRole({ RoleName: name, AssumeRolePolicyDocument: policy(trust) });
  await iam.putRolePolicy({ RoleName: name, PolicyName: 'own', PolicyDocument: policy(allow('execute-api:Invoke')) });
  const user = await createUser(iam, allow('sts:AssumeRole'));
  const sts = new STS({ endpoint: controlUrl, region: 'us-east-1', credentials: user });
  const folder = await temporaryFolder();
  try {
    for (const [Policy, decision, status] of [
      [policy(allow('execute-api:Invoke')), 'allowed', 200],
      [policy(allow('execute-api:Invoke', 'arn:aws:execute-api:*:*:*/prod/*')), 'implicitDeny', 403],
      [policy(allow('*'), deny('execute-api:Invoke')), 'explicitDeny', 403],
    ] as const) {
      const session = { RoleArn: `arn:aws:iam::000000000000:role/${name}`, RoleSessionName: 'one', Policy };
      const { AssumedRoleUser, Credentials } = await sts.assumeRole(session);
      const file = join(folder.path, 'policy.json');
      await writeFile(file, Policy);
      expect(await ofMethod(known(AssumedRoleUser?.Arn), '--session-policy', file)).toMatchObject({
        decision,
        sources: expect.arrayContaining([
          { source: 'IAM Policy', says: 'allowed' },
          { source: 'Session Policy', says: decision },
        ]),
      });
      expect((await callSigned(api.url, keyOf(Credentials))).status).toBe(status);
    }
    const file = join(folder.path, 'policy.json');
    expect(await ofMethod(user.name, '--session-policy', file)).toEqual({
      refused: expect.stringContaining('A session policy is of a session'),
    });
    await writeFile(file, '{"Statement":');
    const arn = `arn:aws:sts::000000000000:assumed-role/${name}/one`;
    expect(await ofMethod(arn, '--session-policy', file)).toEqual({
      refused: expect.stringContaining('is no policy of a session'),
    });
  } finally {
    await folder.remove();
  }
});

test('of a resource policy it tells by which statement, for an address and a time', async () => {
  const statement = (Effect: string, Condition: object) => ({
    Effect,
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
    Condition,
  });
  const guarded = await deployWho({ gatewayUrl }, sdk(controlUrl), {
    Version: '2012-10-17',
    Statement: [
      statement('Allow', { IpAddress: { 'aws:SourceIp': ['127.0.0.0/8', '192.0.2.0/24'] } }),
      statement('Deny', { DateGreaterThan: { 'aws:CurrentTime': '2099-01-01T00:00:00Z' } }),
    ],
  });
  const user = await createUser(iam);
  const ask = (...more: readonly string[]) =>
    explainAccess('--caller', user.name, '--api', guarded.id, '--stage', 'dev', '--path', '/who', ...more);
  expect(await ask('--ip', '127.0.0.1')).toMatchObject({
    decision: 'allowed',
    sources: [{ source: 'Resource Policy', says: 'allowed' }],
    statements: [{ policy: 'ResourcePolicy', type: 'resource' }],
  });
  expect((await callSigned(guarded.url, user)).status).toBe(200);
  expect(await ask('--ip', '198.51.100.7')).toMatchObject({ decision: 'implicitDeny', statements: [] });
  expect(await ask('--ip', '127.0.0.1', '--time', '2099-06-01T00:00:00Z')).toMatchObject({
    decision: 'explicitDeny',
    sources: [{ source: 'Resource Policy', says: 'explicitDeny' }],
  });
  expect(await ask()).toMatchObject({ decision: 'implicitDeny', missingKeys: ['aws:SourceIp'] });
});

// Guide, "API Gateway authorization workflow", table B: another account and the resource policy must both allow.
test('of another account it tells what the resource policy says, and that the rest is that account’s', async () => {
  const one = '111122223333';
  const guarded = await deployWho({ gatewayUrl }, sdk(controlUrl), {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: one }, Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${one}:role/web` } },
      },
    ],
  });
  const ask = (caller: string) =>
    explainAccess('--caller', caller, '--api', guarded.id, '--stage', 'dev', '--path', '/who');
  const note = `The policies of account ${one} must allow it, too.`;
  for (const caller of [`arn:aws:iam::${one}:root`, `arn:aws:iam::${one}:user/anna`]) {
    expect(await ask(caller)).toMatchObject({ decision: 'depends', note, caller: { arn: caller } });
  }
  expect(await ask(`arn:aws:sts::${one}:assumed-role/web/one`)).toMatchObject({
    decision: 'explicitDeny',
    statements: [{ at: 'statement 2' }],
  });
  expect(await ask('arn:aws:iam::444455556666:user/eve')).toMatchObject({ decision: 'implicitDeny', statements: [] });
  expect(await ofMethod('arn:aws:iam::444455556666:user/eve')).toMatchObject({ decision: 'implicitDeny' });
});

test('of a boundary it tells that it lets nothing through', async () => {
  const user = await createUser(iam, allow('execute-api:Invoke'));
  const PolicyName = `boundary-${randomUUID()}`;
  const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument: policy(allow('lambda:*')) });
  await iam.putUserPermissionsBoundary({ UserName: user.name, PermissionsBoundary: known(Policy?.Arn) });
  expect(await ofMethod(user.name)).toMatchObject({
    decision: 'implicitDeny',
    sources: [
      { source: 'IAM Policy', says: 'allowed' },
      { source: 'Permissions Boundary Policy', says: 'implicitDeny' },
    ],
  });
  expect((await callSigned(api.url, user)).status).toBe(403);
});

test.each([
  [[], 'Say what is asked: --action, or --api with --method and --path.'],
  [['--action', 'lambda:GetFunction', '--time', 'noon'], 'noon is no time'],
  [['--action', 'lambda:GetFunction', '--ip', '300.0.0.1'], '300.0.0.1 is no IP address.'],
  [['--api', 'nowhere'], 'nowhere'],
])('what it cannot understand it says: %j', async (args, refusal) => {
  expect(await explainAccess('--caller', 'root', ...args)).toEqual({ refused: expect.stringContaining(refusal) });
});

test('of actions, of the root user and of nobody', async () => {
  const user = await createUser(iam, allow('lambda:GetFunction', 'arn:aws:lambda:*:*:function:pets'));
  const resource = 'arn:aws:lambda:us-east-1:000000000000:function:pets';
  const about = (action: string, caller: string) =>
    explainAccess('--caller', caller, '--action', action, '--resource', resource);
  expect(await about('lambda:GetFunction', user.name)).toMatchObject({ decision: 'allowed' });
  expect(await about('lambda:DeleteFunction', user.name)).toMatchObject({ decision: 'implicitDeny' });
  expect(await about('lambda:DeleteFunction', 'root')).toMatchObject({ decision: 'allowed' });
  expect(await ofMethod('anonymous')).toMatchObject({ decision: 'implicitDeny' });
  expect((await fetch(api.url)).status).toBe(403);
  expect(await about('lambda:GetFunction', 'nobody-has-this-name')).toEqual({
    refused: expect.stringContaining('nobody-has-this-name'),
  });
  expect(await about('lambda:GetFunction', 'AKIA0000000000000000')).toEqual({
    refused: expect.stringContaining('AKIA0000000000000000 cannot be found'),
  });
});
