import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Integration, StreamEnd, StreamingInvoker } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { invokerOf, refusing, returning, streaming } from '../../testing/functions.ts';
import { noFunctions, startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:chat';
const STREAMING_URI = `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${FUNCTION}/response-streaming-invocations`;
const NULS = '\0'.repeat(8);
const DONE: StreamEnd = { logTail: '' };

function start(functions: StreamingInvoker, change: Partial<Integration> = {}) {
  const methodIntegration = integration({
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: STREAMING_URI,
    responseTransferMode: 'STREAM',
    ...change,
  });
  return keep(
    startGateway({ methods: { '/x': { ANY: { methodIntegration } } } }, noFunctions, undefined, undefined, {
      functions,
    }),
  );
}

const answering = (...pieces: readonly (string | Uint8Array)[]) =>
  streaming(async function* () {
    yield* pieces;
    return DONE;
  });

async function open(port: number): Promise<IncomingMessage> {
  const path = '/restapis/api1234567/dev/_user_request_/x';
  const request = httpRequest({ host: '127.0.0.1', port, path, agent: false });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

// Guide, "Set up a Lambda proxy integration with payload response streaming in API Gateway" (facts D69, D70).
describe('an AWS_PROXY integration in the mode STREAM', () => {
  it('answers with the metadata, and passes each piece of the body as it comes', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { port } = await start(
      streaming(async function* () {
        yield '{"statusCode":201,"headers":{"content-type":"text/event-stream","x-a":"1"},';
        yield `"multiValueHeaders":{"x-b":["1","2"]},"cookies":["a=1","b=2"]}${NULS}data: 1\n\n`;
        await gate;
        yield Buffer.from([0xff, 0x00]);
        return DONE;
      }),
    );
    const response = await open(port);
    expect(response.statusCode).toBe(201);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'transfer-encoding': 'chunked',
      'x-a': '1',
      'x-b': '1, 2',
      'set-cookie': ['a=1', 'b=2'],
    });
    const pieces = response[Symbol.asyncIterator]();
    expect(String((await pieces.next()).value)).toBe('data: 1\n\n');
    go();
    expect((await pieces.next()).value).toEqual(Buffer.from([0xff, 0x00]));
    expect((await pieces.next()).done).toBe(true);
  });

  it('takes the length that the function declares', async () => {
    const { call } = await start(answering(`{"headers":{"Content-Length":"3"}}${NULS}`, 'abc'));
    const answer = await call('/x');
    expect([answer.status, answer.body]).toEqual([200, 'abc']);
    expect(answer.headers['content-length']).toBe('3');
    expect(answer.headers).not.toHaveProperty('transfer-encoding');
  });

  it('finds a delimiter that comes in two pieces', async () => {
    const { call } = await start(answering('{}\0\0\0', '\0\0\0\0\0', 'body'));
    expect((await call('/x')).body).toBe('body');
  });

  it.each([
    ['no delimiter', ['{"statusCode":200}']],
    ['a delimiter behind 16 KB', ['{}', ' '.repeat(16_384), NULS]],
    ['metadata that are no JSON', [`hello${NULS}`]],
    ['a member that is not known', [`{"body":"x"}${NULS}`]],
    ['a header that is no text', [`{"headers":{"a":{}}}${NULS}`]],
    ['cookies that are no list', [`{"cookies":"a=1"}${NULS}`]],
    ['the answer of a buffered function', ['{"statusCode":200,"body":"x"}']],
  ])('answers 500 to %s', async (_, pieces) => {
    const { call } = await start(answering(...pieces));
    const answer = await call('/x');
    expect([answer.status, answer.body]).toEqual([500, '{"message": "Internal server error"}']);
  });

  it('answers 502 when the function fails before it has begun (fact D59)', async () => {
    const error = { code: 'Unhandled', details: '{"errorMessage":"no"}' };
    const failing = streaming(async function* () {
      yield '{"statu';
      return { error, logTail: '' };
    });
    const { call } = await start(failing);
    const answer = await call('/x');
    expect([answer.status, answer.body]).toEqual([502, '{"message": "Internal server error"}']);
  });

  it('breaks off when the function fails in the middle', async () => {
    const failing = streaming(async function* () {
      yield `{}${NULS}begun`;
      return { error: { code: 'Unhandled', details: '{}' }, logTail: '' };
    });
    const { port } = await start(failing);
    const response = await open(port);
    response.resume();
    const [error] = (await once(response, 'error')) as [Error];
    expect(error.message).toBe('aborted');
  });

  it('answers 504 when nothing begins in time, and breaks off what takes too long', async () => {
    const never = (first: string) =>
      streaming(async function* () {
        yield first;
        await new Promise(() => undefined);
        return DONE;
      });
    const { call } = await start(never('{'), { timeoutInMillis: 100 });
    expect((await call('/x')).status).toBe(504);

    const { port } = await start(never(`{}${NULS}x`), { timeoutInMillis: 200 });
    const response = await open(port);
    response.resume();
    const [error] = (await once(response, 'error')) as [Error];
    expect(error.message).toBe('aborted');
  });

  it('leaves the function’s answer when the client goes, or wants no body', async () => {
    let left = 0;
    const functions: StreamingInvoker = {
      ...answering(),
      invokeStreaming: async () => ({
        kind: 'streaming',
        executedVersion: '$LATEST',
        contentType: '',
        body: {
          sent: false,
          async next(this: { sent: boolean }) {
            if (this.sent) await new Promise(() => undefined);
            this.sent = true;
            return { done: false, value: Buffer.from(`{}${NULS}x`) };
          },
          async return() {
            left++;
            return { done: true, value: DONE };
          },
        } as AsyncIterator<Uint8Array, StreamEnd>,
      }),
    };
    const { port, call } = await start(functions);
    const response = await open(port);
    await once(response, 'data');
    response.destroy();
    await expect.poll(() => left).toBeGreaterThan(0);
    left = 0;
    expect((await call('/x', { method: 'HEAD' })).status).toBe(200);
    await expect.poll(() => left).toBeGreaterThan(0);
  });

  it('leaves an answer that begins when the time is over', async () => {
    let left = 0;
    const body: AsyncIterator<Uint8Array, StreamEnd> = {
      next: async () => ({ done: false, value: Buffer.from(`{}${NULS}x`) }),
      async return() {
        left++;
        return { done: true, value: DONE };
      },
    };
    const functions: StreamingInvoker = {
      ...answering(),
      async invokeStreaming() {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { kind: 'streaming', executedVersion: '$LATEST', contentType: '', body };
      },
    };
    const { call } = await start(functions, { timeoutInMillis: 50 });
    expect((await call('/x')).status).toBe(504);
    await expect.poll(() => left).toBe(1);
  });

  it('is told of with the operation that streams (fact D69)', async () => {
    const { gateway } = await start(answering(`{}${NULS}`));
    const explained = await gateway.explain({
      apiId: 'api1234567',
      stage: 'dev',
      httpMethod: 'GET',
      pathWithQueryString: '/x',
      headers: [],
      body: Buffer.alloc(0),
      sourceIp: '192.0.2.1',
      withBodies: false,
    });
    const url = `https://lambda.us-east-1.amazonaws.com/2021-11-15/functions/${FUNCTION}/response-streaming-invocations`;
    expect(JSON.stringify(explained?.steps)).toContain(url);
  });

  it('answers as any proxy integration when the function cannot be called (fact D59)', async () => {
    const { call } = await start(invokerOf(refusing('AccessDenied')));
    expect((await call('/x')).status).toBe(500);
  });

  it.each([
    ['STREAM', `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`],
    ['BUFFERED', STREAMING_URI],
  ] as const)('is not supported as %s with %s', async (responseTransferMode, uri) => {
    const { call } = await start(answering(`{}${NULS}`), { responseTransferMode, uri });
    expect((await call('/x')).status).toBe(500);
  });
});

it('of a streaming function behind a buffered integration, status and headers pass (fact D72)', async () => {
  const run = returning(`{"statusCode":203,"headers":{"a":"b"},"cookies":["c=1"]}${NULS}body`);
  const { call } = await start(invokerOf(run), {
    responseTransferMode: 'BUFFERED',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  });
  const answer = await call('/x');
  expect([answer.status, answer.body, answer.headers.a, answer.headers['set-cookie']]).toEqual([203, '', 'b', 'c=1']);
});
