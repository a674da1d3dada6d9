import { randomUUID } from 'node:crypto';
import { beforeAll, expect, inject, test } from 'vitest';
import { createApi, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Guide, "Set up a Lambda proxy integration with payload response streaming"; the handler is in the form of its example.
const code = `
exports.handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  const stream = awslambda.HttpResponseStream.from(responseStream, {
    statusCode: 200,
    headers: { 'content-type': 'text/event-stream', 'x-function': context.functionName },
  });
  stream.write('data: 1\\n\\n');
  await new Promise((resolve) => setTimeout(resolve, event.body === 'slow' ? 500 : 0));
  if (event.body === 'fail') throw new Error('in the middle');
  if (event.body === 'large') {
    for (let i = 0; i < 320; i++)
      if (!stream.write(Buffer.alloc(65536, 'x'))) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.write('data: 2\\n\\n');
  stream.end();
});`;

let client: Sdk;
let functionArn: string;
let url: string;

beforeAll(async () => {
  client = sdk(inject('sallyport').controlUrl);
  const FunctionName = `streams-${randomUUID()}`;
  const created = await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/streams',
    Timeout: 10,
    Code: { ZipFile: createZip({ 'index.js': code }) },
  });
  functionArn = known(created.FunctionArn);
  await client.functions.addPermission({
    FunctionName,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const { restApiId, resourceId } = await createApi(client, 'chat');
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putIntegration({
    ...method,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${functionArn}/response-streaming-invocations`,
    responseTransferMode: 'STREAM',
  });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  url = `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/dev/chat`;
});

test('a client gets each piece as the function writes it', async () => {
  const answer = await fetch(url, { method: 'POST', body: 'slow' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const began = performance.now();
  let text = '';
  for await (const piece of answer.body ?? []) {
    text += Buffer.from(piece).toString();
    if (text === 'data: 1\n\n') expect(performance.now() - began).toBeLessThan(400);
  }
  expect(text).toBe('data: 1\n\ndata: 2\n\n');
  expect(performance.now() - began).toBeGreaterThan(400);
});

test('more passes than a buffered answer may have', async () => {
  const answer = await fetch(url, { method: 'POST', body: 'large' });
  expect((await answer.arrayBuffer()).byteLength).toBe(320 * 65_536 + 18);
});

test('a function that fails in the middle breaks the answer off, and the next call succeeds', async () => {
  const answer = await fetch(url, { method: 'POST', body: 'fail' });
  await expect(answer.text()).rejects.toThrow('terminated');
  expect(await (await fetch(url, { method: 'POST' })).text()).toBe('data: 1\n\ndata: 2\n\n');
});

test('the SDK gets events (API reference, `InvokeWithResponseStream`)', async () => {
  const { EventStream, ExecutedVersion } = await client.functions.invokeWithResponseStream({
    FunctionName: functionArn,
    Payload: '{"body":"fail"}',
    LogType: 'Tail',
  });
  expect(ExecutedVersion).toBe('$LATEST');
  const pieces: Uint8Array[] = [];
  for await (const { PayloadChunk, InvokeComplete } of known(EventStream)) {
    if (PayloadChunk) pieces.push(known(PayloadChunk.Payload));
    if (!InvokeComplete) continue;
    expect(InvokeComplete.ErrorCode).toBe('Unhandled');
    expect(JSON.parse(known(InvokeComplete.ErrorDetails))).toMatchObject({ errorMessage: 'in the middle' });
    expect(Buffer.from(known(InvokeComplete.LogResult), 'base64').toString()).toContain('REPORT RequestId');
  }
  expect(Buffer.concat(pieces).toString()).toContain(`"x-function":"streams-`);
});
