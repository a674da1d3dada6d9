import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

/** What the function does is said by the query parameter `do`; everything else is a healthy answer. */
const code = `
exports.handler = async (event) => {
  switch (event.queryStringParameters?.do ?? event.do) {
    case 'throw': throw new TypeError('no such thing');
    case 'sleep': return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'exit': process.exit(7);
    case 'number': return 42;
    case 'unknown-key': return { statusCode: 200, cheese: true };
    case 'object-body': return { statusCode: 200, body: { not: 'text' } };
    case 'large': return { statusCode: 200, body: 'x'.repeat(7 * 1024 * 1024) };
    case 'print': console.log('y'.repeat(1024 * 1024));
  }
  return { statusCode: 200, body: 'well' };
};`;
const brokenAtInit = 'process.exit(3);';
const syntaxError = 'exports.handler = async (event => {};';

let client: Sdk;

async function createFunction(source: string): Promise<string> {
  const FunctionName = `faults-${randomUUID()}`;
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/faults',
    Timeout: 1,
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
  await client.functions.addPermission({
    FunctionName,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  return known(FunctionArn);
}

beforeAll(() => {
  client = sdk(inject('sallyport').controlUrl);
});

describe('through Invoke: the error shapes of the Lambda guide, and the next call succeeds', () => {
  let functionArn: string;
  beforeAll(async () => {
    functionArn = await createFunction(code);
  });

  const invoke = async (what: string) => {
    const answer = await client.functions.invoke({ FunctionName: functionArn, Payload: JSON.stringify({ do: what }) });
    return { error: answer.FunctionError, payload: JSON.parse(known(answer.Payload).transformToString()) };
  };

  test.each([
    ['throw', { errorType: 'TypeError', errorMessage: 'no such thing' }],
    ['sleep', { errorMessage: expect.stringMatching(/Task timed out after 1\.00 seconds$/) }],
    [
      'exit',
      {
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(/Runtime exited with error: exit status 7$/),
      },
    ],
    ['large', { errorType: 'Function.ResponseSizeTooLarge' }],
  ])('%s', async (what, payload) => {
    const failed = await invoke(what);
    expect(failed.error).toBe('Unhandled');
    expect(failed.payload).toMatchObject(payload);
    expect(await invoke('nothing')).toEqual({ error: undefined, payload: { statusCode: 200, body: 'well' } });
  });

  test('1 MB of printing hurts nothing', async () => {
    expect(await invoke('print')).toEqual({ error: undefined, payload: { statusCode: 200, body: 'well' } });
  });

  test.each([
    ['exits while it is loaded', brokenAtInit, 'Runtime.ExitError'],
    ['is not JavaScript', syntaxError, 'Runtime.UserCodeSyntaxError'],
  ])('a function that %s', async (_what, source, errorType) => {
    const broken = await createFunction(source);
    const answer = await client.functions.invoke({ FunctionName: broken, Payload: '{}' });
    expect(answer.FunctionError).toBe('Unhandled');
    expect(JSON.parse(known(answer.Payload).transformToString())).toMatchObject({ errorType });
  });
});

describe('through an API: 502 for what the function does wrong (facts D55, D59), and the next call succeeds', () => {
  let url: string;
  beforeAll(async () => {
    const functionArn = await createFunction(code);
    const { restApiId, resourceId } = await createApi(client, 'faults');
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
    await client.apis.putIntegration({
      ...method,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: invocationUri(functionArn),
    });
    await client.apis.createDeployment({ restApiId, stageName: 'dev' });
    url = `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/dev/faults`;
  });

  test.each(['throw', 'sleep', 'exit', 'number', 'unknown-key', 'object-body', 'large'])('%s', async (what) => {
    const failed = await fetch(`${url}?do=${what}`);
    expect(failed.status).toBe(502);
    expect(await failed.json()).toEqual({ message: 'Internal server error' });
    expect(failed.headers.get('x-amzn-errortype')).toBe('InternalServerErrorException');
    const next = await fetch(url);
    expect([next.status, await next.text()]).toEqual([200, 'well']);
  });

  test('1 MB of printing hurts nothing', async () => {
    const answer = await fetch(`${url}?do=print`);
    expect([answer.status, await answer.text()]).toEqual([200, 'well']);
  });
});
