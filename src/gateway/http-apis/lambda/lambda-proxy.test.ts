import { describe, expect, it } from 'vitest';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, failing, refusing, returning } from '../../testing/functions.ts';
import type { CallOptions, TestFunction } from '../../testing/harness.ts';
import { HTTP_API_HOST, startHttpGateway } from '../../testing/http-gateway.ts';
import { FUNCTION, type HttpStageChange } from '../../testing/http-snapshots.ts';

// Guide page http-api-develop-integrations-lambda.
const keep = closing();

async function event(target: string, options: CallOptions = {}, change: Partial<HttpStageChange> = {}) {
  const run = returning({ statusCode: 200 });
  const { get } = await keep(startHttpGateway({ routes: { $default: {} }, ...change }, run));
  const answer = await get(target, options);
  expect(answer.status).toBe(200);
  return { event: eventOf(run.calls[0]), answer, call: run.calls[0] };
}

async function answerTo(output: unknown, version: '1.0' | '2.0' = '2.0') {
  const run: TestFunction = typeof output === 'function' ? (output as TestFunction) : returning(output);
  const { get } = await keep(startHttpGateway({ routes: { $default: { PayloadFormatVersion: version } } }, run));
  return get('/x');
}

describe('an event of format 2.0 (fact D128)', () => {
  it('has names in lower case, duplicates joined, cookies apart, and nothing that is not there', async () => {
    const {
      answer,
      call,
      event: seen,
    } = await event('/a/b?q=1&q=2&r=%20x', {
      headers: [
        'X-Many',
        '1',
        'x-many',
        '2',
        'Cookie',
        'a=1; b=2',
        'User-Agent',
        'agent',
        'X-Forwarded-For',
        '192.0.2.1',
      ],
    });
    expect(seen).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/a/b',
      rawQueryString: 'q=1&q=2&r=%20x',
      cookies: ['a=1', 'b=2'],
      headers: {
        'x-many': '1,2',
        'user-agent': 'agent',
        host: HTTP_API_HOST,
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
        'x-forwarded-for': '192.0.2.1, 127.0.0.1',
        'x-forwarded-port': '80',
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { q: '1,2', r: ' x' },
      requestContext: {
        accountId: '123456789012',
        apiId: 'http123456',
        domainName: HTTP_API_HOST,
        domainPrefix: 'http123456',
        http: { method: 'GET', path: '/a/b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'agent' },
        requestId: expect.stringMatching(/^[\w-]{15}=$/),
        routeKey: '$default',
        stage: '$default',
        time: expect.stringMatching(/ \+0000$/),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    });
    expect(seen).toMatchObject({ requestContext: { requestId: answer.headers['apigw-requestid'] } });
    expect(call).toMatchObject({
      functionArn: FUNCTION,
      source: {
        principal: 'apigateway.amazonaws.com',
        sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:http123456/$default/$default',
      },
    });
  });

  it('has the stage in its path, variables, and values of the path', async () => {
    const stage = { StageName: 'dev', StageVariables: { colour: 'red' } };
    const { event: found, call } = await event('/dev/pets/a%20b', {}, { routes: { 'GET /pets/{id}': {} }, stage });
    expect(found).toMatchObject({
      routeKey: 'GET /pets/{id}',
      rawPath: '/dev/pets/a%20b',
      pathParameters: { id: 'a b' },
      stageVariables: { colour: 'red' },
      requestContext: { stage: 'dev', http: { path: '/dev/pets/a%20b' } },
    });
    expect(call?.source).toMatchObject({
      sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:http123456/dev/GET/pets/{id}',
    });
    expect(found).not.toHaveProperty('body');
    expect(found).not.toHaveProperty('queryStringParameters');
  });

  it.each([
    ['text/plain', 'é', false],
    ['application/json; charset=utf-8', '{"a":1}', false],
    ['application/xml', '<a/>', false],
    ['application/javascript', 'x', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['application/octet-stream', 'x', true],
    [undefined, 'x', true],
  ])('has a body of the type %s as text or base64 (fact D129)', async (type, body, isBase64Encoded) => {
    const headers = type === undefined ? [] : ['Content-Type', type];
    expect((await event('/x', { method: 'POST', headers, body })).event).toMatchObject({
      body: isBase64Encoded ? Buffer.from(body).toString('base64') : body,
      isBase64Encoded,
    });
  });
});

it('an event of format 1.0 is a REST API’s, with names in lower case and nulls', async () => {
  const { event: found } = await event(
    '/pets/1?q=1&q=2',
    { headers: ['X-Many', '1', 'X-Many', '2', 'Cookie', 'a=1'] },
    { routes: { 'GET /pets/{id}': { PayloadFormatVersion: '1.0' } } },
  );
  expect(found).toMatchObject({
    version: '1.0',
    resource: '/pets/{id}',
    path: '/pets/1',
    httpMethod: 'GET',
    headers: { 'x-many': '2', cookie: 'a=1' },
    multiValueHeaders: { 'x-many': ['1', '2'] },
    queryStringParameters: { q: '2' },
    multiValueQueryStringParameters: { q: ['1', '2'] },
    pathParameters: { id: '1' },
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      authorizer: { claims: null, scopes: null },
      identity: { sourceIp: '127.0.0.1', accessKey: null },
      resourceId: null,
      resourcePath: '/pets/{id}',
      stage: '$default',
    },
  });
});

describe('an answer of format 2.0 (fact D130)', () => {
  it.each([
    [{ message: 'hi' }, '{"message":"hi"}'],
    ['"text"', 'text'],
    [[1, 2], '[1,2]'],
    ['7', '7'],
  ])('without a status is the body of a 200: %j', async (output, body) => {
    expect(await answerTo(output)).toMatchObject({
      status: 200,
      body,
      headers: { 'content-type': 'application/json' },
    });
  });

  it('with a status says everything, cookies one by one', async () => {
    const answer = await answerTo({
      statusCode: 201,
      headers: {
        'X-A': 1,
        'Content-Type': 'image/png',
        'Content-Length': '99',
        'bad name': 'x',
        'X-Bad': 'a\r\nb',
        'Apigw-Requestid': 'forged',
      },
      cookies: ['a=1; Secure', 'b=2'],
      body: Buffer.from([0, 255]).toString('base64'),
      isBase64Encoded: true,
    });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-a': '1', 'content-type': 'image/png' } });
    expect([...answer.bytes]).toEqual([0, 255]);
    expect(answer.rawHeaders.filter((_, at, all) => at % 2 === 1 && all[at - 1] === 'Set-Cookie')).toEqual([
      'a=1; Secure',
      'b=2',
    ]);
    expect(answer.headers).not.toHaveProperty('x-bad');
    expect(answer.headers['apigw-requestid']).toMatch(/^[\w-]{15}=$/);
  });

  it.each([
    { statusCode: 99 },
    { statusCode: 'x' },
    { statusCode: 200, body: {} },
    { statusCode: 200, headers: [] },
    'no json',
  ])('cannot be %j', async (output) => {
    expect(await answerTo(output)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });
});

it('an answer of format 1.0 is not inferred (fact D130)', async () => {
  expect(await answerTo({ message: 'hi' }, '1.0')).toMatchObject({ status: 500 });
  const answer = await answerTo({ statusCode: 200, multiValueHeaders: { 'X-A': ['1', '2'] }, body: 'ok' }, '1.0');
  expect(answer).toMatchObject({ status: 200, body: 'ok', headers: { 'x-a': '1, 2' } });
});

it.each([
  ['fails', failing({ errorMessage: 'secret' }), 500, 'Internal Server Error'],
  ['is not permitted (fact D137)', refusing('AccessDenied'), 500, 'Internal Server Error'],
  ['is not there', refusing('NotFound'), 500, 'Internal Server Error'],
  ['is throttled', refusing('TooManyRequests'), 503, 'Service Unavailable'],
  ['takes too little', refusing('RequestTooLarge'), 413, 'Request Entity Too Large'],
])('a function that %s', async (_, run, status, message) => {
  const answer = await answerTo(run);
  expect(answer).toMatchObject({ status, body: JSON.stringify({ message }) });
  expect(answer.headers).not.toHaveProperty('x-amzn-errortype');
});

it('a function that takes too long is not available', async () => {
  const run: TestFunction = (_, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const { get } = await keep(startHttpGateway({ routes: { $default: { TimeoutInMillis: 50 } } }, run));
  expect(await get('/x')).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
});
