import { join } from 'node:path';
import { STS } from '@aws-sdk/client-sts';
import { beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { allow, callSigned, createUser, deny, deployWho, iamClient, policy } from '../support/identities.ts';
import { credentials, type Key } from '../support/sallyport.ts';
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
  const session: Key = {
    accessKeyId: known(Credentials?.AccessKeyId),
    secretAccessKey: known(Credentials?.SecretAccessKey),
    sessionToken: known(Credentials?.SessionToken),
  };
  expect((await callSigned(api.url, session)).status).toBe(200);
  expect(await ofMethod(arn, '--method', 'GET', '--path', '/elsewhere')).toEqual({
    refused: expect.stringContaining('has no method for GET /elsewhere'),
  });
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
});
