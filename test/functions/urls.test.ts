import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { IAM } from '@aws-sdk/client-iam';
import { SignatureV4 } from '@smithy/signature-v4';
import { beforeAll, expect, inject, test } from 'vitest';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { credentials, type Key } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let client: Sdk;
let iam: IAM;
let origin: URL;
beforeAll(() => {
  origin = new URL(inject('sallyport').controlUrl);
  client = sdk(origin.href);
  iam = iamClient({ controlUrl: origin.href });
});

/** Calls a function URL by its host, as `*.localhost` would lead there. */
function call(
  host: string,
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: origin.hostname, port: origin.port, path, method, headers: { ...headers, Host: host } };
    const outgoing = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A function with a URL that anybody may call; gives the URL's host. */
async function deploy(source: string, more = {}): Promise<{ readonly name: string; readonly host: string }> {
  const FunctionName = `url-${randomUUID()}`;
  await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/url',
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
  const created = await client.functions.createFunctionUrlConfig({ FunctionName, AuthType: 'NONE', ...more });
  return { name: FunctionName, host: new URL(known(created.FunctionUrl)).host };
}

/** Lets anybody call a URL, and the function behind it (Lambda guide, "Control access to Lambda function URLs"). */
async function open(FunctionName: string): Promise<void> {
  const anybody = { FunctionName, Principal: '*' };
  const url = { Action: 'lambda:InvokeFunctionUrl', StatementId: 'url', FunctionUrlAuthType: 'NONE' } as const;
  await client.functions.addPermission({ ...anybody, ...url });
  const behind = { Action: 'lambda:InvokeFunction', StatementId: 'function', InvokedViaFunctionUrl: true };
  await client.functions.addPermission({ ...anybody, ...behind });
}

// Lambda guide, "Invoking Lambda function URLs": request payload format 2.0, and the response payload format.
test('a request is an event of format 2.0, and an answer is what the function says', async () => {
  const { name, host } = await deploy(`exports.handler = async (event) => ({ statusCode: 201,
    headers: { 'content-type': 'text/plain', 'x-a': 1 }, cookies: ['a=1', 'b=2'], body: JSON.stringify(event) });`);
  expect(host).toMatch(new RegExp(`:${origin.port}$`));
  expect((await call(host, '/')).status).toBe(403);
  await open(name);
  const answer = await call(
    host,
    '/a%20b?x=1&x=2&y=3',
    'POST',
    { Cookie: 'c=1; d=2', 'Content-Type': 'application/json', 'X-B': 'q' },
    '{}',
  );
  expect([answer.status, answer.headers['content-type'], answer.headers['x-a'], answer.headers['set-cookie']]).toEqual([
    201,
    'text/plain',
    '1',
    ['a=1', 'b=2'],
  ]);
  expect(JSON.parse(answer.body)).toMatchObject({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/a%20b',
    rawQueryString: 'x=1&x=2&y=3',
    cookies: ['c=1', 'd=2'],
    headers: { 'x-b': 'q', host },
    queryStringParameters: { x: '1,2', y: '3' },
    requestContext: {
      accountId: 'anonymous',
      apiId: host.split('.')[0],
      domainPrefix: host.split('.')[0],
      http: { method: 'POST', path: '/a b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      stage: '$default',
    },
    body: '{}',
    isBase64Encoded: false,
  });
});

test('an answer without a status is the body of a 200; an error is 502', async () => {
  const { name, host } = await deploy(`exports.handler = async (event) => {
    if (event.rawPath === '/fail') throw new Error('no'); return { message: 'hello' }; };`);
  await open(name);
  const answer = await call(host, '/');
  expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
    200,
    'application/json',
    '{"message":"hello"}',
  ]);
  expect(await call(host, '/fail')).toMatchObject({ status: 502, body: 'Internal Server Error' });
});

// An assumption: `Invoke`'s own error, whose reason is the service model's.
test('a throttled call is told why', async () => {
  const { name, host } = await deploy(`exports.handler = async () => 'x';`);
  await open(name);
  await client.functions.putFunctionConcurrency({ FunctionName: name, ReservedConcurrentExecutions: 0 });
  const { status, body } = await call(host, '/');
  expect([status, JSON.parse(body)]).toEqual([
    429,
    { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', Type: 'User', message: 'Rate Exceeded.' },
  ]);
});

test('CORS is answered for the function', async () => {
  const Cors = { AllowOrigins: ['https://*.example.com'], AllowMethods: ['GET'], AllowHeaders: ['x-a'], MaxAge: 60 };
  const { name, host } = await deploy(`exports.handler = async () => 'x';`, { Cors });
  await open(name);
  const asked = { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'GET' };
  const preflight = await call(host, '/', 'OPTIONS', asked);
  expect(preflight).toMatchObject({
    status: 200,
    headers: {
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'x-a',
      'access-control-max-age': '60',
    },
  });
  expect((await call(host, '/', 'GET', { Origin: 'https://app.example.com' })).headers).toMatchObject({
    'access-control-allow-origin': 'https://app.example.com',
  });
  expect((await call(host, '/', 'GET', { Origin: 'https://example.org' })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
});

test('answers stream', async () => {
  const { name, host } = await deploy(
    `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
      stream = awslambda.HttpResponseStream.from(stream, { statusCode: 203, headers: { 'content-type': 'text/plain' } });
      stream.write('one '); stream.end('two'); });`,
    { InvokeMode: 'RESPONSE_STREAM' },
  );
  await open(name);
  expect(await call(host, '/')).toMatchObject({
    status: 203,
    headers: { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' },
    body: 'one two',
  });
});

/** What a call has to carry so that it is signed. */
async function signed(who: Key, host: string, method: string, body: string, service = 'lambda') {
  const signer = new SignatureV4({ credentials: who, region: 'us-east-1', service, sha256: Sha256 });
  const request = { method, protocol: 'http:', hostname: host, path: '/', headers: { host }, body };
  return (await signer.sign(request)).headers;
}

// Lambda guide, "Control access to Lambda function URLs", AWS_IAM; "Invoking Lambda function URLs", requestContext.authorizer.
test('with AWS_IAM, whoever signs and may call comes in, and the function is told who he is', async () => {
  const source = 'exports.handler = async (event) => event;';
  const { name, host } = await deploy(source, { AuthType: 'AWS_IAM' });
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
  const user = await createUser(iam, allow(['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'], arn));
  const answer = await call(host, '/', 'POST', await signed(user, host, 'POST', 'hello'), 'hello');
  const { UserId } = await sdk(origin.href, user).sts.getCallerIdentity({});
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({
    requestContext: {
      accountId: '000000000000',
      authentication: null,
      authorizer: {
        iam: {
          accessKey: user.accessKeyId,
          accountId: '000000000000',
          callerId: UserId,
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: `arn:aws:iam::000000000000:user/${user.name}`,
          userId: UserId,
        },
      },
    },
    body: 'hello',
  });

  const forbidden = { status: 403, body: '{"Message":"Forbidden"}' };
  expect(await call(host, '/')).toMatchObject(forbidden);
  const other = await createUser(iam, allow('lambda:InvokeFunction'));
  expect(await call(host, '/', 'GET', await signed(other, host, 'GET', ''))).toMatchObject(forbidden);
  const Principal = `arn:aws:iam::000000000000:user/${other.name}`;
  const permission = { StatementId: 'other', Action: 'lambda:InvokeFunctionUrl', Principal };
  await client.functions.addPermission({ FunctionName: name, ...permission, FunctionUrlAuthType: 'AWS_IAM' });
  expect((await call(host, '/', 'GET', await signed(other, host, 'GET', ''))).status).toBe(200);

  const wrong = { ...user, secretAccessKey: credentials.secretAccessKey };
  const refusals = [
    await call(host, '/', 'GET', await signed(wrong, host, 'GET', '')),
    await call(host, '/', 'POST', await signed(user, host, 'POST', 'hello'), 'other'),
    await call(host, '/', 'GET', await signed(user, host, 'GET', '', 'execute-api')),
  ];
  for (const { status, headers } of refusals) {
    expect([status, headers['x-amzn-errortype']]).toEqual([403, 'InvalidSignatureException']);
  }
  const unsigned = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const signer = new SignatureV4({ credentials: user, region: 'us-east-1', service: 'lambda', sha256: Sha256 });
  const request = { method: 'GET', protocol: 'http:', hostname: host, path: '/', headers: { host, ...unsigned } };
  expect((await call(host, '/', 'GET', (await signer.sign(request)).headers)).status).toBe(403);

  // The URL without the function behind it is not enough.
  const half = await createUser(iam, allow('lambda:InvokeFunctionUrl', arn));
  expect(await call(host, '/', 'GET', await signed(half, host, 'GET', ''))).toMatchObject(forbidden);

  await open(name);
  await client.functions.updateFunctionUrlConfig({ FunctionName: name, AuthType: 'NONE' });
  expect((await call(host, '/')).status).toBe(200);
});

test('a URL is shown, changed, listed and gone', async () => {
  const { name, host } = await deploy(`exports.handler = async () => 'x';`);
  const FunctionName = name;
  await expect(client.functions.createFunctionUrlConfig({ FunctionName, AuthType: 'NONE' })).rejects.toMatchObject({
    name: 'ResourceConflictException',
  });
  expect(await client.functions.getFunctionUrlConfig({ FunctionName })).toMatchObject({ InvokeMode: 'BUFFERED' });
  await client.functions.updateFunctionUrlConfig({ FunctionName, InvokeMode: 'RESPONSE_STREAM' });
  const { FunctionUrlConfigs } = await client.functions.listFunctionUrlConfigs({ FunctionName });
  expect(FunctionUrlConfigs).toMatchObject([{ AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' }]);
  await client.functions.deleteFunctionUrlConfig({ FunctionName });
  await expect(client.functions.getFunctionUrlConfig({ FunctionName })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  expect((await call(host, '/')).status).toBe(403);
});
