import { randomUUID } from 'node:crypto';
import type { PutIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allow, callSigned, createUser, deny, iamClient, policy } from '../support/identities.ts';
import { freePort } from '../support/ports.ts';
import { credentials, type Key, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Fact D66, and IAM user guide, "Policy evaluation logic"; the services are Sallyport's own, on two real workers.
const CALLER = 'arn:aws:iam::*:user/*';
let server: Sallyport;
let root: Sdk;
let iam: IAM;
let functionArn: string;
beforeAll(async () => {
  const controlPort = await freePort();
  const own = `http://127.0.0.1:${controlPort}`;
  const flags = ['--workers', '2', '--max-workers', '2', '--service-endpoints', `lambda=${own},sts=${own}`];
  server = await startSallyport(['--ephemeral', ...flags], { controlPort });
  root = sdk(server.controlUrl);
  iam = iamClient(server);
  const made = await root.functions.createFunction({
    FunctionName: 'who',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: {
      ZipFile: createZip({ 'index.js': 'exports.handler = async () => ({ statusCode: 200, body: "called" });' }),
    },
  });
  functionArn = known(made.FunctionArn);
});
afterAll(() => server.stop());

/** Deploys a method that needs AWS_IAM, with an integration that says every answer of its backend; gives its URL. */
async function deploy(integration: Omit<PutIntegrationRequest, 'restApiId' | 'resourceId' | 'httpMethod'>) {
  const { restApiId, resourceId } = await createApi(root, 'it');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await root.apis.putMethod({ ...method, authorizationType: 'AWS_IAM' });
  await root.apis.putIntegration({ ...method, ...integration });
  for (const [statusCode, selectionPattern] of [
    ['200', undefined],
    ['403', '403'],
  ] as const) {
    await root.apis.putMethodResponse({ ...method, statusCode });
    await root.apis.putIntegrationResponse({ ...method, statusCode, selectionPattern });
  }
  await root.apis.createDeployment({ restApiId, stageName: 'dev' });
  return `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/it`;
}

const whoIsIt = () =>
  deploy({
    type: 'AWS',
    integrationHttpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:sts:action/GetCallerIdentity&Version=2011-06-15',
    credentials: CALLER,
  });
const callFunction = (as: string) =>
  deploy({ type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: invocationUri(functionArn), credentials: as });

/** A worker tells of what failed when it has answered. */
const logged = (text: string) => expect.poll(() => server.output(), { timeout: 5_000 }).toContain(text);

const mayCall = allow('execute-api:Invoke');
const called = { status: 200, body: 'called' };
const failed = { status: 500, body: '{"message": "Internal server error"}' };

async function assume(who: Key, RoleArn: string, more: object = {}): Promise<Key> {
  const sts = new STS({ endpoint: server.controlUrl, region: 'us-east-1', credentials: who, maxAttempts: 1 });
  const { Credentials } = await sts.assumeRole({ RoleArn, RoleSessionName: 'one', ...more });
  return {
    accessKeyId: known(Credentials?.AccessKeyId),
    secretAccessKey: known(Credentials?.SecretAccessKey),
    sessionToken: known(Credentials?.SessionToken),
  };
}

async function createRole(Principal: object, ...statements: readonly object[]): Promise<string> {
  const RoleName = `role-${randomUUID()}`;
  const AssumeRolePolicyDocument = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal });
  const { Role } = await iam.createRole({ RoleName, AssumeRolePolicyDocument });
  await iam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument: policy(...statements) });
  return known(Role?.Arn);
}

describe('a service is called by whoever calls the method (fact D66)', () => {
  test('who is a user, or a session of a role, or the root user', async () => {
    const url = await whoIsIt();
    const user = await createUser(iam, mayCall);
    const arn = `arn:aws:iam::000000000000:user/${user.name}`;
    const role = await createRole({ AWS: arn }, mayCall);
    const says = async (who: Key) => {
      const { status, body } = await callSigned(url, who);
      return { status, arn: /"Arn":"([^"]*)"|<Arn>([^<]*)</.exec(body)?.slice(1).join('') };
    };
    expect(await says(user)).toEqual({ status: 200, arn });
    expect(await says(user)).toEqual({ status: 200, arn });
    const session = role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
    expect(await says(await assume(user, role))).toEqual({ status: 200, arn: `${session}/one` });
    expect(await says(credentials)).toEqual({ status: 200, arn: 'arn:aws:iam::000000000000:root' });
  });

  test('whose policies decide at the service, those of a session too, and from now on', async () => {
    const url = await deploy({
      type: 'AWS',
      integrationHttpMethod: 'GET',
      uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions',
      credentials: CALLER,
    });
    const user = await createUser(iam, mayCall, allow('lambda:ListFunctions'));
    expect(await callSigned(url, user)).toMatchObject({ status: 200, body: expect.stringContaining(functionArn) });

    const other = await createUser(iam, mayCall);
    const refused = await callSigned(url, other);
    expect(refused.status).toBe(403);
    expect(refused.body).toContain(
      `User: arn:aws:iam::000000000000:user/${other.name} is not authorized to perform: lambda:ListFunctions`,
    );
    await iam.putUserPolicy({
      UserName: other.name,
      PolicyName: 'own',
      PolicyDocument: policy(mayCall, allow('lambda:ListFunctions')),
    });
    expect(await callSigned(url, other)).toMatchObject({ status: 200 });

    const role = await createRole({ AWS: `arn:aws:iam::000000000000:user/${user.name}` }, allow('*'));
    expect(await callSigned(url, await assume(user, role))).toMatchObject({ status: 200 });
    const limited = await assume(user, role, { Policy: policy(mayCall) });
    expect(await callSigned(url, limited)).toMatchObject({ status: 403 });
  });
});

describe('a function is called', () => {
  // 500 and its reason as users of AWS report it (`integrationError` of their access logs).
  test('by whoever calls the method, where his policies let him (fact D66)', async () => {
    const url = await callFunction(CALLER);
    const allowed = await createUser(iam, mayCall, allow('lambda:InvokeFunction', functionArn));
    expect(await callSigned(url, allowed)).toEqual(called);
    for (const statements of [
      [mayCall],
      [mayCall, allow('lambda:InvokeFunction', `${functionArn}x`)],
      [allow('*'), deny('lambda:InvokeFunction')],
    ]) {
      expect(await callSigned(url, await createUser(iam, ...statements))).toEqual(failed);
    }
    await logged('Invalid permissions on Lambda function');
  });

  test('by whom the function itself lets in', async () => {
    const url = await callFunction(CALLER);
    const user = await createUser(iam, mayCall);
    const Principal = `arn:aws:iam::000000000000:user/${user.name}`;
    const permission = { FunctionName: 'who', StatementId: user.name, Action: 'lambda:InvokeFunction' };
    await root.functions.addPermission({ ...permission, Principal });
    expect(await callSigned(url, user)).toEqual(called);
  });

  test('as a role, where IAM knows one: it must trust API Gateway, and may call (fact D66)', async () => {
    const user = await createUser(iam, mayCall);
    const gateway = { Service: 'apigateway.amazonaws.com' };
    const mayInvoke = allow('lambda:InvokeFunction', functionArn);
    const answer = async (role: string) => callSigned(await callFunction(role), user);
    expect(await answer(await createRole(gateway, mayInvoke))).toEqual(called);
    expect(await answer(await createRole({ Service: 'lambda.amazonaws.com' }, mayInvoke))).toEqual(failed);
    await logged('API Gateway does not have permission to assume the provided role');
    expect(await answer(await createRole(gateway, mayCall))).toEqual(failed);
  });

  test('as a role that IAM does not know, as APIs bring it along from elsewhere', async () => {
    const url = await callFunction('arn:aws:iam::123456789012:role/apigAwsProxyRole');
    expect(await callSigned(url, await createUser(iam, mayCall))).toEqual(called);
  });
});
