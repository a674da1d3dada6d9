import { randomUUID } from 'node:crypto';
import { IAM } from '@aws-sdk/client-iam';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment, credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, known, type Sdk, sdk } from '../support/sdk.ts';

// The whole way on two real workers: users made by the AWS CLI, their calls judged on the control plane and at a method.
let server: Sallyport;
let root: Sdk;
let iam: IAM;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  root = sdk(server.controlUrl);
  iam = new IAM({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
});
afterAll(() => server.stop());

interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Runs the AWS CLI as somebody; gives what it printed as JSON, or the error that it told. */
async function aws(who: Key, ...args: readonly string[]): Promise<unknown> {
  const env = {
    ...clientEnvironment(server),
    AWS_ACCESS_KEY_ID: who.accessKeyId,
    AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
    ...(who.sessionToken !== undefined && { AWS_SESSION_TOKEN: who.sessionToken }),
    AWS_PAGER: '',
  };
  const { status, stdout, stderr } = await runProgram(
    'aws',
    ['--endpoint-url', server.controlUrl, '--output', 'json', ...args],
    env,
  );
  if (status !== 0) return stderr.trim();
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string | string[], Resource = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string, Resource = '*') => ({ Effect: 'Deny', Action, Resource });

/** A user with a key and these statements. */
async function createUser(...statements: readonly object[]): Promise<Key & { readonly name: string }> {
  const name = `user-${randomUUID()}`;
  await iam.createUser({ UserName: name });
  if (statements.length > 0) {
    await iam.putUserPolicy({ UserName: name, PolicyName: 'own', PolicyDocument: policy(...statements) });
  }
  const { AccessKey } = await iam.createAccessKey({ UserName: name });
  return { name, accessKeyId: known(AccessKey?.AccessKeyId), secretAccessKey: known(AccessKey?.SecretAccessKey) };
}

/** An API whose `/who` needs AWS_IAM and says who called. */
async function deployWho(resourcePolicy?: object): Promise<{ readonly url: string; readonly id: string }> {
  const { restApiId, resourceId } = await createApi(root, 'who');
  const address = { restApiId, resourceId, httpMethod: 'ANY' };
  if (resourcePolicy !== undefined) {
    const value = JSON.stringify(resourcePolicy);
    await root.apis.updateRestApi({ restApiId, patchOperations: [{ op: 'replace', path: '/policy', value }] });
  }
  await root.apis.putMethod({ ...address, authorizationType: 'AWS_IAM' });
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await root.apis.putIntegration({ ...address, type: 'MOCK', requestTemplates });
  await root.apis.putMethodResponse({ ...address, statusCode: '200' });
  const identity = '$context.identity';
  const said = ['accountId', 'accessKey', 'caller', 'user', 'userArn'].map((name) => `${identity}.${name}`).join(' ');
  await root.apis.putIntegrationResponse({
    ...address,
    statusCode: '200',
    responseTemplates: { 'application/json': said },
  });
  await root.apis.createDeployment({ restApiId, stageName: 'dev' });
  return { id: restApiId, url: `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/who` };
}

/** Calls a method, signed; each time on a connection of its own, so that both workers serve some. */
async function call(
  url: string,
  who: Key,
  method = 'GET',
): Promise<{ readonly status: number; readonly body: string }> {
  const { host, hostname, pathname } = new URL(url);
  const signer = new SignatureV4({ credentials: who, region: 'us-east-1', service: 'execute-api', sha256: Sha256 });
  const request = { method, protocol: 'http:', hostname, path: pathname, headers: { host } };
  const { headers } = await signer.sign(request, { signingDate: new Date() });
  const response = await fetch(url, { method, headers: { ...headers, connection: 'close' } });
  return { status: response.status, body: await response.text() };
}

const skipReason = clients.awsCli ? '' : ' (no aws)';
describe.skipIf(!clients.awsCli)(`the AWS CLI${skipReason}`, () => {
  test('makes a user, a key and a policy, and the user may do what the policy says and nothing else', async () => {
    const name = `cli-${randomUUID()}`;
    const { id, url } = await deployWho();
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
    expect((await call(url, anna)).status).toBe(403);

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
    expect(await call(url, anna)).toMatchObject({ status: 200 });
    expect((await call(url, anna, 'POST')).status).toBe(403);
  });
});

test('$context.identity says who signed', async () => {
  const { url } = await deployWho();
  const { name, ...key } = await createUser(allow('execute-api:Invoke'));
  const { User } = await iam.getUser({ UserName: name });
  const expected = ['000000000000', key.accessKeyId, User?.UserId, User?.UserId, User?.Arn].join(' ');
  expect(await call(url, key)).toEqual({ status: 200, body: expected });
});

test.each([
  [
    'made inactive',
    (UserName: string, AccessKeyId: string) => iam.updateAccessKey({ UserName, AccessKeyId, Status: 'Inactive' }),
  ],
  ['deleted', (UserName: string, AccessKeyId: string) => iam.deleteAccessKey({ UserName, AccessKeyId })],
])('a key that was %s works nowhere from then on', async (_, change) => {
  const { url } = await deployWho();
  const { name, ...key } = await createUser(allow('*'));
  const statuses = async () =>
    new Set((await Promise.all(Array.from({ length: 12 }, () => call(url, key)))).map(({ status }) => status));
  expect(await statuses()).toEqual(new Set([200]));
  await change(name, key.accessKeyId);
  expect(await statuses()).toEqual(new Set([403]));
  const asUser = new IAM({ endpoint: server.controlUrl, region: 'us-east-1', credentials: key, maxAttempts: 1 });
  await expect(asUser.listUsers({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a policy that is taken away is missing at once on every worker', async () => {
  const { url } = await deployWho();
  const { name, ...key } = await createUser(allow('execute-api:Invoke'));
  const statuses = async () =>
    new Set((await Promise.all(Array.from({ length: 12 }, () => call(url, key)))).map(({ status }) => status));
  expect(await statuses()).toEqual(new Set([200]));
  await iam.deleteUserPolicy({ UserName: name, PolicyName: 'own' });
  expect(await statuses()).toEqual(new Set([403]));
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
    const { url } = await deployWho(RESOURCE[policies]);
    const { name: _, ...key } = await createUser(...IDENTITY[identity]);
    expect((await call(url, key)).status).toBe(status);
  });
});
