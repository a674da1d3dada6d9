import { randomUUID } from 'node:crypto';
import type { IAM } from '@aws-sdk/client-iam';
import { beforeAll, expect, inject, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { allow, createUser, iamClient, policy } from '../support/identities.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

let client: Sdk;
let iam: IAM;
beforeAll(() => {
  const { controlUrl } = inject('sallyport');
  client = sdk(controlUrl);
  iam = iamClient({ controlUrl });
});

/** A role that trusts a service, with these statements. */
function createRole(Service: string, ...statements: readonly object[]): Promise<string> {
  return createRoleThatTrusts({ Principal: { Service } }, ...statements);
}

async function createRoleThatTrusts(whom: object, ...statements: readonly object[]): Promise<string> {
  const RoleName = `function-${randomUUID()}`;
  const trust = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', ...whom });
  const { Role } = await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust });
  if (statements.length > 0) {
    await iam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument: policy(...statements) });
  }
  return known(Role?.Arn);
}

async function deploy(
  Role: string,
  files: Readonly<Record<string, string>>,
  Runtime: 'nodejs20.x' | 'python3.12' = 'nodejs20.x',
): Promise<string> {
  const FunctionName = `credentials-${randomUUID()}`;
  const Code = { ZipFile: createZip(files) };
  const options = { FunctionName, Runtime, Handler: 'index.handler', Role, Code, Timeout: 30 } as const;
  await client.functions.createFunction(options);
  return FunctionName;
}

async function invoke(FunctionName: string, event: unknown = {}) {
  const { Payload } = await client.functions.invoke({ FunctionName, Payload: JSON.stringify(event) });
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

/** Calls GET `event.path` of the control API as `event.service`, signed by what is in the environment. */
const SIGNS = `
const { createHash, createHmac } = require('node:crypto');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
exports.handler = async ({ service, path }) => {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token, AWS_REGION } = process.env;
  const url = new URL(path, process.env.AWS_ENDPOINT_URL);
  const date = new Date().toISOString().replace(/[-:]|\\.\\d+/g, '');
  const scope = [date.slice(0, 8), AWS_REGION, service, 'aws4_request'];
  const names = 'host;x-amz-date;x-amz-security-token';
  const headers = 'host:' + url.host + '\\nx-amz-date:' + date + '\\nx-amz-security-token:' + token + '\\n';
  const canonical = ['GET', url.pathname, '', headers, names, sha256('')].join('\\n');
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\\n');
  const key = scope.reduce(hmac, 'AWS4' + secret);
  const signature = hmac(key, toSign).toString('hex');
  const authorization = 'AWS4-HMAC-SHA256 Credential=' + id + '/' + scope.join('/') + ', SignedHeaders=' + names
    + ', Signature=' + signature;
  const answer = await fetch(url, { headers: { authorization, 'x-amz-date': date, 'x-amz-security-token': token } });
  return { id, status: answer.status, body: await answer.text() };
};`;

// Lambda guide, "Defining Lambda function permissions with an execution role" and "Defined runtime environment variables".
test('a function may do what its role may, and nothing else', async () => {
  const role = await createRole('lambda.amazonaws.com', allow('apigateway:GET'));
  const name = await deploy(role, { 'index.js': SIGNS });
  const allowed = await invoke(name, { service: 'apigateway', path: '/restapis' });
  expect(allowed).toMatchObject({ status: 200, id: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/) });
  const refused = await invoke(name, { service: 'lambda', path: '/2015-03-31/functions' });
  expect(refused.status).toBe(403);
  const session = role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  expect(refused.body).toContain(
    `User: ${session}/${name} is not authorized to perform: lambda:ListFunctions on resource: * because no identity-based policy allows the lambda:ListFunctions action`,
  );
});

test.skipIf(!pythonHas('boto3'))('boto3 finds the credentials by itself (needs python3 with boto3)', async () => {
  const source = `import os, boto3
def handler(event, context):
    client = lambda name: boto3.client(name, endpoint_url=os.environ['AWS_ENDPOINT_URL'])
    try:
        client('apigateway').get_rest_apis()
    except Exception as error:
        return [client('sts').get_caller_identity()['Arn'], client('lambda').list_functions(MaxItems=1)['ResponseMetadata']['HTTPStatusCode'], type(error).__name__]
`;
  const role = await createRole('lambda.amazonaws.com', allow('lambda:ListFunctions'));
  const name = await deploy(role, { 'index.py': source }, 'python3.12');
  const session = role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  expect(await invoke(name)).toEqual([`${session}/${name}`, 200, 'ClientError']);
});

test('a role that IAM knows must trust Lambda; one that nobody knows gives no credentials', async () => {
  const source = `exports.handler = async () => Object.keys(process.env).filter((name) =>
    /^AWS_(ACCESS|SECRET|SESSION|ENDPOINT)/.test(name));`;
  const Principal = { Service: 'lambda.amazonaws.com' };
  const forAccount = (id: string) =>
    createRoleThatTrusts({ Principal, Condition: { StringEquals: { 'aws:SourceAccount': id } } });
  const files = { 'index.js': source };
  // AWS's own words, seen in users' reports.
  const refusal = {
    name: 'InvalidParameterValueException',
    message: 'The role defined for the function cannot be assumed by Lambda.',
  };
  for (const role of [await createRole('ec2.amazonaws.com', allow('*')), await forAccount('111111111111')]) {
    await expect(deploy(role, files)).rejects.toMatchObject(refusal);
  }
  const unknown = await deploy('arn:aws:iam::000000000000:role/nobody', files);
  expect(await invoke(unknown)).toEqual([]);

  const trusted = await forAccount('000000000000');
  const known = await deploy(trusted, files);
  expect(await invoke(known)).toHaveLength(4);
  // One that trusts Lambda no more gives new instances nothing.
  const RoleName = trusted.split('/').at(-1);
  const PolicyDocument = policy({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'ec2.amazonaws.com' },
  });
  await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument });
  await client.functions.updateFunctionConfiguration({ FunctionName: known, Timeout: 20 });
  expect(await invoke(known)).toEqual([]);
  const Role = trusted;
  await expect(client.functions.updateFunctionConfiguration({ FunctionName: unknown, Role })).rejects.toMatchObject(
    refusal,
  );
});

// Lambda guide, "Dead-letter queues" and "Adding a destination": the function's role must allow what is sent.
test('a dead-letter queue and destinations need the role’s leave', async () => {
  const role = await createRole('lambda.amazonaws.com');
  const FunctionName = await deploy(role, { 'index.js': 'exports.handler = async () => 1' });
  const queue = 'arn:aws:sqs:us-east-1:000000000000:letters';
  const setQueue = () =>
    client.functions.updateFunctionConfiguration({ FunctionName, DeadLetterConfig: { TargetArn: queue } });
  const setDestination = (Destination: string) =>
    client.functions.putFunctionEventInvokeConfig({ FunctionName, DestinationConfig: { OnFailure: { Destination } } });
  await expect(setQueue()).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    // AWS's own words, seen in users' reports.
    message: 'The provided execution role does not have permissions to call SendMessage on SQS',
  });
  await expect(setDestination('arn:aws:s3:::failures')).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });

  const statements = [allow('sqs:SendMessage', queue), allow('s3:PutObject', 'arn:aws:s3:::failures/*')];
  const PolicyDocument = policy(...statements);
  await iam.putRolePolicy({ RoleName: role.split('/').at(-1), PolicyName: 'reports', PolicyDocument });
  await setQueue();
  await setDestination('arn:aws:s3:::failures');
  await expect(setDestination('arn:aws:s3:::others')).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
});

// Lambda guide, "Using resource-based policies", with qualifiers: each alias and version has a policy of its own.
test('a policy of an alias lets in who calls the alias, and him alone', async () => {
  const FunctionName = await deploy('arn:aws:iam::000000000000:role/nobody', {
    'index.js': 'exports.handler = async () => 1',
  });
  await client.functions.createAlias({ FunctionName, Name: 'live', FunctionVersion: '$LATEST' });
  const user = await createUser(iam);
  const Principal = `arn:aws:iam::000000000000:user/${user.name}`;
  const permission = { StatementId: 'one', Action: 'lambda:InvokeFunction', Principal };
  await client.functions.addPermission({ FunctionName, Qualifier: 'live', ...permission });
  const { functions } = sdk(inject('sallyport').controlUrl, user);
  expect((await functions.invoke({ FunctionName, Qualifier: 'live' })).StatusCode).toBe(200);
  expect((await functions.invoke({ FunctionName: `${FunctionName}:live` })).StatusCode).toBe(200);
  await expect(functions.invoke({ FunctionName })).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test.skipIf(!clients.awsCli)('aws lambda wait function-active-v2 returns (needs the AWS CLI)', async () => {
  const name = await deploy('arn:aws:iam::000000000000:role/nobody', { 'index.js': 'exports.handler = async () => 1' });
  for (const waiter of ['function-active-v2', 'function-updated-v2', 'function-exists']) {
    const args = ['--endpoint-url', inject('sallyport').controlUrl, 'lambda', 'wait', waiter, '--function-name', name];
    expect(await runProgram('aws', args, clientEnvironment(inject('sallyport')))).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  }
});
