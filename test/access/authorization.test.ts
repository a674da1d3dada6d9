import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pythonHas, runPython } from '../support/python.ts';
import { credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// The whole way on two real workers: made by the JavaScript SDK, decided by a real function, signed by botocore.
let server: Sallyport;
let client: Sdk;
let functionArn: string;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  client = sdk(server.controlUrl);
  functionArn = await createAuthorizerFunction();
});
afterAll(() => server.stop());

/** The function of the guide (page apigateway-use-lambda-authorizer), which says with each policy when it made it. */
async function createAuthorizerFunction(): Promise<string> {
  const source = `exports.handler = async ({ authorizationToken, methodArn }) => {
    if (authorizationToken === 'unauthorized') throw 'Unauthorized';
    if (authorizationToken !== 'allow' && authorizationToken !== 'deny') throw 'Error: Invalid token';
    const Effect = authorizationToken === 'allow' ? 'Allow' : 'Deny';
    return {
      principalId: 'user',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect, Resource: methodArn }],
      },
      context: { made: String(process.hrtime.bigint()) },
    };
  };`;
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName: `authorizer-${randomUUID()}`,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/authorizer',
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
  await client.functions.addPermission({
    FunctionName: known(FunctionArn),
    StatementId: 'gateway',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  return known(FunctionArn);
}

/** An API whose `/who` says what the gateway knows of its caller; gives the URL of its stage `dev`. */
async function deploy(restApiId: string, resourceId: string, method: object): Promise<string> {
  const address = { restApiId, resourceId, httpMethod: 'ANY' };
  await client.apis.putMethod({ ...address, authorizationType: 'NONE', ...method });
  await client.apis.putIntegration({
    ...address,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await client.apis.putMethodResponse({ ...address, statusCode: '200' });
  await client.apis.putIntegrationResponse({
    ...address,
    statusCode: '200',
    responseTemplates: { 'application/json': '$context.authorizer.made$context.identity.userArn' },
  });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/who`;
}

describe('a Lambda authorizer', () => {
  let restApiId: string;
  let url: string;
  beforeAll(async () => {
    const api = await createApi(client, 'who');
    restApiId = api.restApiId;
    const { id: authorizerId } = await client.apis.createAuthorizer({
      restApiId,
      name: 'guide',
      type: 'TOKEN',
      authorizerUri: invocationUri(functionArn),
      identitySource: 'method.request.header.Authorization',
    });
    url = await deploy(restApiId, api.resourceId, { authorizationType: 'CUSTOM', authorizerId });
  });
  const call = async (token?: string) => {
    // A connection of its own each time, so that both workers serve some.
    const headers = { connection: 'close', ...(token !== undefined && { authorization: token }) };
    const response = await fetch(url, { headers });
    return { status: response.status, body: await response.text() };
  };

  test('answers as in the guide', async () => {
    expect((await call('allow')).status).toBe(200);
    expect(await call('deny')).toMatchObject({ status: 403 });
    expect(await call('unauthorized')).toEqual({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(await call('other')).toEqual({ status: 500, body: '{"message":null}' });
    expect(await call()).toEqual({ status: 401, body: '{"message":"Unauthorized"}' });
  });

  test('is forgotten by every worker with FlushStageAuthorizersCache', async () => {
    const decisions = async () =>
      new Set((await Promise.all(Array.from({ length: 20 }, () => call('allow')))).map(({ body }) => body));
    const before = await decisions();
    // Each worker keeps one.
    expect(before.size).toBeLessThanOrEqual(2);
    await client.apis.flushStageAuthorizersCache({ restApiId, stageName: 'dev' });
    for (const decision of await decisions()) expect(before).not.toContain(decision);
  });
});

const hasBotocore = pythonHas('botocore');
test.skipIf(!hasBotocore)(`AWS_IAM opens to what botocore signs${hasBotocore ? '' : ' (no botocore)'}`, async () => {
  const api = await createApi(client, 'who');
  const url = await deploy(api.restApiId, api.resourceId, { authorizationType: 'AWS_IAM' });
  const script = `
import json, sys, urllib.request, urllib.error
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
url, key, secret = json.load(sys.stdin)
def call(secret, body):
    request = AWSRequest('POST', url + '?b=2&a=x%20y', data=body, headers={'content-type': 'application/json'})
    SigV4Auth(Credentials(key, secret), 'execute-api', 'us-east-1').add_auth(request)
    sent = urllib.request.Request(request.url, method='POST', data=body.encode(), headers=dict(request.headers))
    try:
        with urllib.request.urlopen(sent) as answer: print(answer.status, answer.read().decode())
    except urllib.error.HTTPError as error: print(error.code, error.headers['x-amzn-ErrorType'])
call(secret, '{"a": 1}')
call('another', '{"a": 1}')
`;
  const { accessKeyId, secretAccessKey } = credentials;
  expect(runPython(script, JSON.stringify([url, accessKeyId, secretAccessKey]))).toBe(
    '200 arn:aws:iam::000000000000:root\n403 InvalidSignatureException\n',
  );
  expect((await fetch(url)).status).toBe(403);
});
