import { randomUUID } from 'node:crypto';
import type { IAM } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import {
  allow,
  callSigned,
  createUser,
  deny,
  deployWho,
  iamClient,
  policy,
  statusesOf,
} from '../support/identities.ts';
import { clientEnvironment, credentials, type Key, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { type Sdk, sdk } from '../support/sdk.ts';

// The whole way on two real workers: users made by the AWS CLI, their calls judged on the control plane and at a method.
let server: Sallyport;
let root: Sdk;
let iam: IAM;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  root = sdk(server.controlUrl);
  iam = iamClient(server);
});
afterAll(() => server.stop());

/** Runs the AWS CLI as somebody; gives what it printed as JSON, or the error that it told. */
async function aws(who: Key, ...args: readonly string[]): Promise<unknown> {
  const env = {
    ...clientEnvironment(server),
    AWS_ACCESS_KEY_ID: who.accessKeyId,
    AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
    ...(who.sessionToken !== undefined && { AWS_SESSION_TOKEN: who.sessionToken }),
    AWS_PAGER: '',
  };
  const common = ['--endpoint-url', server.controlUrl, '--output', 'json'];
  const { status, stdout, stderr } = await runProgram('aws', [...common, ...args], env);
  if (status !== 0) return stderr.trim();
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

const skipReason = clients.awsCli ? '' : ' (no aws)';
describe.skipIf(!clients.awsCli)(`the AWS CLI${skipReason}`, () => {
  test('makes a user, a key and a policy, and the user may do what the policy says and nothing else', async () => {
    const name = `cli-${randomUUID()}`;
    const { id, url } = await deployWho(server, root);
    await aws(credentials, 'iam', 'create-user', '--user-name', name);
    const made = (await aws(credentials, 'iam', 'create-access-key', '--user-name', name)) as {
      AccessKey: { AccessKeyId: string; SecretAccessKey: string };
    };
    const anna = { accessKeyId: made.AccessKey.AccessKeyId, secretAccessKey: made.AccessKey.SecretAccessKey };
    const arn = `arn:aws:iam::000000000000:user/${name}`;
    expect(await aws(anna, 'sts', 'get-caller-identity')).toMatchObject({ Account: '000000000000', Arn: arn });
    expect(await aws(anna, 'apigateway', 'get-rest-api', '--rest-api-id', id)).toContain(
      `(AccessDeniedException) when calling the GetRestApi operation: User: ${arn} is not authorized to perform: apigateway:GET on resource: arn:aws:apigateway:us-east-1::/restapis/${id} because no identity-based policy allows the apigateway:GET action`,
    );
    expect((await callSigned(url, anna)).status).toBe(403);

    const document = policy(
      allow('apigateway:GET', `arn:aws:apigateway:*::/restapis/${id}*`),
      allow('execute-api:Invoke', `arn:aws:execute-api:*:*:${id}/dev/GET/*`),
      deny('apigateway:GET', `arn:aws:apigateway:*::/restapis/${id}/stages*`),
    );
    const { Policy } = (await aws(
      credentials,
      'iam',
      'create-policy',
      '--policy-name',
      name,
      '--policy-document',
      document,
    )) as {
      Policy: { Arn: string };
    };
    await aws(credentials, 'iam', 'attach-user-policy', '--user-name', name, '--policy-arn', Policy.Arn);
    expect(await aws(anna, 'apigateway', 'get-rest-api', '--rest-api-id', id)).toMatchObject({ id });
    expect(await aws(anna, 'apigateway', 'delete-rest-api', '--rest-api-id', id)).toContain('apigateway:DELETE');
    expect(await aws(anna, 'apigateway', 'get-stages', '--rest-api-id', id)).toContain(
      'with an explicit deny in an identity-based policy',
    );
    expect(await aws(anna, 'iam', 'list-users')).toContain('(AccessDenied)');
    expect(await callSigned(url, anna)).toMatchObject({ status: 200 });
    expect((await callSigned(url, anna, { method: 'POST' })).status).toBe(403);
  });
});

test('$context.identity says who signed', async () => {
  const { url } = await deployWho(server, root);
  const { name, ...key } = await createUser(iam, allow('execute-api:Invoke'));
  const { User } = await iam.getUser({ UserName: name });
  const expected = ['000000000000', key.accessKeyId, User?.UserId, User?.UserId, User?.Arn].join(' ');
  expect(await callSigned(url, key)).toEqual({ status: 200, body: expected });
});

test.each([
  [
    'made inactive',
    (UserName: string, AccessKeyId: string) => iam.updateAccessKey({ UserName, AccessKeyId, Status: 'Inactive' }),
  ],
  ['deleted', (UserName: string, AccessKeyId: string) => iam.deleteAccessKey({ UserName, AccessKeyId })],
])('a key that was %s works nowhere from then on', async (_, change) => {
  const { url } = await deployWho(server, root);
  const { name, ...key } = await createUser(iam, allow('*'));
  expect(await statusesOf(url, key)).toEqual(new Set([200]));
  await change(name, key.accessKeyId);
  expect(await statusesOf(url, key)).toEqual(new Set([403]));
  await expect(iamClient(server, key).listUsers({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a policy that is taken away is missing at once on every worker', async () => {
  const { url } = await deployWho(server, root);
  const { name, ...key } = await createUser(iam, allow('execute-api:Invoke'));
  expect(await statusesOf(url, key)).toEqual(new Set([200]));
  await iam.deleteUserPolicy({ UserName: name, PolicyName: 'own' });
  expect(await statusesOf(url, key)).toEqual(new Set([403]));
});

// Guide page apigateway-authorization-flow, Table A: the caller's policies, the resource policy, and what comes of it (D102).
describe('Table A, with real users and real signatures', () => {
  const IDENTITY = {
    Allow: [allow('execute-api:Invoke')],
    None: [],
    Deny: [allow('execute-api:Invoke'), deny('execute-api:Invoke')],
  };
  const resource = (effect: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/dev/*/who' }],
  });
  const RESOURCE = {
    Allow: resource('Allow'),
    None: {
      Version: '2012-10-17',
      Statement: [{ ...resource('Allow').Statement[0], Resource: 'execute-api:/dev/*/other' }],
    },
    Deny: resource('Deny'),
  };
  test.each([
    ['Allow', 'Allow', 200],
    ['Allow', 'None', 200],
    ['Allow', 'Deny', 403],
    ['None', 'Allow', 200],
    ['None', 'None', 403],
    ['None', 'Deny', 403],
    ['Deny', 'Allow', 403],
    ['Deny', 'None', 403],
    ['Deny', 'Deny', 403],
  ] as const)('%s and %s: %d', async (identity, policies, status) => {
    const { url } = await deployWho(server, root, RESOURCE[policies]);
    const { name: _, ...key } = await createUser(iam, ...IDENTITY[identity]);
    expect((await callSigned(url, key)).status).toBe(status);
  });
});
