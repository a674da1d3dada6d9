import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, failing, refusing, returning } from '../../testing/functions.ts';
import { startGateway, type TestFunction } from '../../testing/harness.ts';
import { integration, type StageChange } from '../../testing/snapshots.ts';

const keep = closing();

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:users';
const URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;

const start = (run: TestFunction, change: Partial<Integration> = {}, rest: Partial<StageChange> = {}) => {
  const methodIntegration = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: URI, ...change });
  return keep(
    startGateway(
      { methods: { '/{proxy+}': { ANY: { methodIntegration } }, '/users': { GET: { methodIntegration } } }, ...rest },
      run,
    ),
  );
};

describe('the event', () => {
  it('is what was recorded on AWS for a GET (facts D60, D61)', async () => {
    const users = returning({});
    const { call, port } = await start(users);
    const answer = await call('/test-path/', {
      headers: [
        'Host',
        `localhost:${port}`,
        'tEsT-HEADeR',
        'aValUE',
        'accept',
        '*/*',
        'authorization',
        'random-value',
        'user-agent',
        'python-requests/testing',
      ],
    });
    const event = eventOf(users.calls[0]);
    expect(event).toEqual({
      body: null,
      headers: {
        accept: '*/*',
        Authorization: 'random-value',
        Host: `localhost:${port}`,
        'User-Agent': 'python-requests/testing',
        'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
        'X-Forwarded-For': '127.0.0.1',
        'X-Forwarded-Port': String(port),
        'X-Forwarded-Proto': 'http',
        'tEsT-HEADeR': 'aValUE',
      },
      httpMethod: 'GET',
      isBase64Encoded: false,
      multiValueHeaders: {
        accept: ['*/*'],
        Authorization: ['random-value'],
        Host: [`localhost:${port}`],
        'User-Agent': ['python-requests/testing'],
        'X-Amzn-Trace-Id': [expect.any(String)],
        'X-Forwarded-For': ['127.0.0.1'],
        'X-Forwarded-Port': [String(port)],
        'X-Forwarded-Proto': ['http'],
        'tEsT-HEADeR': ['aValUE'],
      },
      multiValueQueryStringParameters: null,
      path: '/test-path/',
      pathParameters: { proxy: 'test-path' },
      queryStringParameters: null,
      requestContext: {
        accountId: '123456789012',
        apiId: 'api1234567',
        deploymentId: 'dep123',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        extendedRequestId: answer.headers['x-amz-apigw-id'],
        httpMethod: 'GET',
        identity: {
          accessKey: null,
          accountId: null,
          caller: null,
          cognitoAuthenticationProvider: null,
          cognitoAuthenticationType: null,
          cognitoIdentityId: null,
          cognitoIdentityPoolId: null,
          principalOrgId: null,
          sourceIp: '127.0.0.1',
          user: null,
          userAgent: 'python-requests/testing',
          userArn: null,
        },
        path: '/dev/test-path/',
        protocol: 'HTTP/1.1',
        requestId: answer.headers['x-amzn-requestid'],
        requestTime: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        requestTimeEpoch: expect.any(Number),
        resourceId: 'idproxy',
        resourcePath: '/{proxy+}',
        stage: 'dev',
      },
      resource: '/{proxy+}',
      stageVariables: null,
    });
  });

  it('names the domain of a call by Host', async () => {
    const users = returning({});
    const { callTarget } = await start(users);
    await callTarget('/dev/x', { headers: ['Host', 'api1234567.execute-api.us-east-1.localhost'] });
    expect(eventOf(users.calls[0]).requestContext).toMatchObject({
      domainName: 'api1234567.execute-api.us-east-1.localhost',
      domainPrefix: 'api1234567',
    });
  });

  it('has paths as recorded: slashes before the resource collapse in `path` alone (fact D7), encoding stays (fact D8)', async () => {
    const users = returning({});
    const { call } = await start(users);
    await call('//users');
    await call('/test-path/api%2Ftest+alias%2Balias@gmail.com');
    expect(eventOf(users.calls[0])).toMatchObject({
      path: '/users',
      resource: '/users',
      pathParameters: null,
      requestContext: { path: '/dev//users', resourcePath: '/users' },
    });
    expect(eventOf(users.calls[1])).toMatchObject({
      path: '/test-path/api%2Ftest+alias%2Balias@gmail.com',
      pathParameters: { proxy: 'test-path/api/test+alias+alias@gmail.com' },
    });
  });

  it('has repeated query parameters and headers: the last value, and all in order (fact D10; recorded)', async () => {
    const users = returning({});
    const { call } = await start(users);
    await call('/x?category=electronics&category=books&price=10&price=20&price=30', {
      headers: ['x-a', '1', 'x-a', '2'],
    });
    expect(eventOf(users.calls[0])).toMatchObject({
      queryStringParameters: { category: 'books', price: '30' },
      multiValueQueryStringParameters: { category: ['electronics', 'books'], price: ['10', '20', '30'] },
      headers: { 'x-a': '2' },
      multiValueHeaders: { 'x-a': ['1', '2'] },
    });
  });

  it('has header names as the client spells them, but for two, and says how the request came (fact D34)', async () => {
    const users = returning({});
    const { call } = await start(users);
    await call('/x', {
      headers: ['user-agent', 'a', 'AUTHORIZATION', 'Bearer b', 'x-OWN', 'c', 'X-Forwarded-For', '192.0.2.1'],
    });
    const { headers, multiValueHeaders } = eventOf(users.calls[0]) as Record<string, Record<string, unknown>>;
    expect(headers).toMatchObject({
      'User-Agent': 'a',
      Authorization: 'Bearer b',
      'x-OWN': 'c',
      'X-Forwarded-For': '192.0.2.1, 127.0.0.1',
      'X-Forwarded-Port': '80',
      'X-Forwarded-Proto': 'http',
    });
    expect(Object.keys(multiValueHeaders ?? {})).toEqual(Object.keys(headers ?? {}));
  });

  it('has no header that never reaches a function (fact D13)', async () => {
    const users = returning({});
    const { call } = await start(users);
    const names = ['Content-MD5', 'Max-Forwards', 'Proxy-Authenticate', 'Server', 'TE', 'Upgrade', 'WWW-Authenticate'];
    await call('/x', { method: 'POST', body: 'x', headers: names.flatMap((name) => [name, 'x']) });
    const { headers } = eventOf(users.calls[0]) as { headers: Record<string, string> };
    const seen = Object.keys(headers).map((name) => name.toLowerCase());
    for (const name of [...names, 'Connection', 'Content-Length']) expect(seen).not.toContain(name.toLowerCase());
  });

  it('has no AWS signature and no method override (facts D12, D31)', async () => {
    const users = returning({});
    const { call } = await start(users);
    await call('/x', { headers: ['Authorization', 'AWS4-HMAC-SHA256 Credential=x', 'X-HTTP-Method-Override', 'PUT'] });
    const event = eventOf(users.calls[0]) as { httpMethod: string; headers: Record<string, string> };
    expect(event.httpMethod).toBe('PUT');
    expect(Object.keys(event.headers)).not.toContain('Authorization');
    expect(Object.keys(event.headers)).not.toContain('X-HTTP-Method-Override');
  });

  it('has the body as text, or as base64 for a binary media type (fact D58)', async () => {
    const users = returning({});
    const { call } = await start(users, {}, { restApi: { binaryMediaTypes: ['image/png'] } });
    await call('/x', { method: 'POST', headers: ['Content-Type', 'application/json'], body: '{"é":1}' });
    await call('/x', { method: 'POST', headers: ['Content-Type', 'image/png; x=1'], body: Buffer.from([0, 255]) });
    await call('/x', { method: 'POST', headers: ['Content-Type', 'image/png'] });
    expect(eventOf(users.calls[0])).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    expect(eventOf(users.calls[1])).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    expect(eventOf(users.calls[2])).toMatchObject({ body: null, isBase64Encoded: false });
  });

  it('has stage variables and the operation’s name', async () => {
    const users = returning({});
    const methodIntegration = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: URI });
    const { call } = await keep(
      startGateway(
        {
          methods: { '/': { GET: { methodIntegration, operationName: 'listUsers' } } },
          stage: { variables: { table: 'a' } },
        },
        users,
      ),
    );
    await call('/');
    expect(eventOf(users.calls[0])).toMatchObject({
      stageVariables: { table: 'a' },
      requestContext: { operationName: 'listUsers', path: '/dev/' },
      path: '/',
    });
  });
});

describe('the call', () => {
  it('is made as API Gateway, for this method (fact D62), with the request’s trace', async () => {
    const users = returning({});
    const { call } = await start(users);
    const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793';
    await call('/users', { headers: ['X-Amzn-Trace-Id', trace] });
    expect(users.calls[0]).toMatchObject({
      functionArn: FUNCTION,
      type: 'RequestResponse',
      traceId: trace,
      source: {
        principal: 'apigateway.amazonaws.com',
        sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:api1234567/dev/GET/users',
      },
    });
  });

  it('names the HTTP method that was used where any is served, whichever came before (fact D62)', async () => {
    const users = returning({});
    const { call } = await start(users);
    const methods = ['PUT', 'POST', 'PUT', 'DELETE'];
    for (const method of methods) await call('/pets', { method });
    expect(users.calls.map(({ source }) => source?.sourceArn.split('/')[2])).toEqual(methods);
  });

  it('is made with a role’s rights when the integration has one (fact D66)', async () => {
    const users = returning({});
    const { call } = await start(users, { credentials: 'arn:aws:iam::123456789012:role/r' });
    await call('/users');
    expect(users.calls[0]?.source).toBeUndefined();
  });

  it('takes stage variables in the function’s ARN, and the doubled slash that AWS takes (recorded)', async () => {
    const users = returning({});
    const uri = `arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/${FUNCTION}:\${stageVariables.alias}/invocations`;
    const { call } = await start(users, { uri }, { stage: { variables: { alias: 'live' } } });
    await call('/users');
    expect(users.calls[0]?.functionArn).toBe(`${FUNCTION}:live`);
  });

  it('is not made by another verb than POST (fact D28; recorded)', async () => {
    const users = returning({});
    const { call } = await start(users, { httpMethod: 'GET' });
    expect(await call('/users')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(users.calls).toHaveLength(0);
  });

  it.each(['Content-Length', 'Transfer-Encoding', 'Authorization', 'Connection', 'Expect', 'Proxy-Authenticate', 'TE'])(
    'fails when a mapping sets %s (fact D26; recorded)',
    async (name) => {
      const { call } = await start(returning({}), {
        requestParameters: { [`integration.request.header.${name}`]: "'1'" },
      });
      expect(await call('/users')).toMatchObject({ status: 500 });
    },
  );

  it('takes no notice of other mappings (fact D28; recorded)', async () => {
    const users = returning({});
    const { call } = await start(users, { requestParameters: { 'integration.request.header.Accept': "'text/html'" } });
    await call('/users', { headers: ['Accept', 'application/json'] });
    expect(eventOf(users.calls[0])).toMatchObject({ headers: { Accept: 'application/json' } });
  });
});

describe('the answer', () => {
  it('has status, headers and body of the function’s output, with the ids and the trace (facts D18, D31)', async () => {
    const { call } = await start(
      returning({
        statusCode: 201,
        headers: { 'X-Own': 'é', Server: 'mine', Via: 'x', 'x-amzn-RequestId': 'mine', Connection: 'close' },
        multiValueHeaders: { 'Set-Cookie': ['a', 'b'] },
        body: 'héllo',
      }),
    );
    const answer = await call('/users');
    expect(answer).toMatchObject({ status: 201, body: 'héllo' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-own': Buffer.from('é').toString('latin1'),
      'set-cookie': 'a, b',
      'x-amzn-remapped-server': 'mine',
      'x-amzn-remapped-connection': 'close',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
    });
    expect(answer.headers.via).toBeUndefined();
  });

  it('is decoded from base64 only for a client whose first accepted type is binary (fact D57)', async () => {
    const png = returning({ headers: { 'Content-Type': 'image/png' }, body: 'AP8=', isBase64Encoded: true });
    const some = await start(png, {}, { restApi: { binaryMediaTypes: ['image/png'] } });
    expect((await some.call('/users', { headers: ['Accept', 'image/png, */*'] })).bytes).toEqual(Buffer.from([0, 255]));
    expect((await some.call('/users', { headers: ['Accept', '*/*'] })).body).toBe('AP8=');
    expect((await some.call('/users')).body).toBe('AP8=');
    const all = await start(png, {}, { restApi: { binaryMediaTypes: ['*/*'] } });
    expect((await all.call('/users')).bytes).toEqual(Buffer.from([0, 255]));
  });

  it('of a function that throws, crashes or times out is 502 (fact D59)', async () => {
    const { call } = await start(failing({ errorMessage: 'boom', errorType: 'Error' }));
    const answer = await call('/users');
    expect(answer).toMatchObject({ status: 502, body: '{"message": "Internal server error"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
    expect(answer.headers['x-amzn-trace-id']).toBeUndefined();
  });

  it.each([{ statusCode: 200, body: { a: 1 } }, 'null', '"text"'])(
    'of output %j is 502 (facts D55, D59)',
    async (output) => {
      const { call, warnings } = await start(returning(output));
      expect(await call('/users')).toMatchObject({ status: 502, body: '{"message": "Internal server error"}' });
      await call('/users');
      // Told once, however often it happens.
      expect(warnings).toEqual(['Execution failed due to configuration error: Malformed Lambda proxy response']);
    },
  );

  it('of a header with a line break has no such header', async () => {
    const { call } = await start(returning({ headers: { 'X-A': 'a\r\nX-Evil: 1', 'X B': '1', 'X-C': 'c' } }));
    const answer = await call('/users');
    expect(answer.headers).toMatchObject({ 'x-c': 'c' });
    expect(answer.headers['x-evil']).toBeUndefined();
  });

  it.each(['AccessDenied', 'NotFound', 'TooManyRequests', 'ServiceFailure'] as const)(
    'is 500 when Lambda refuses with %s (fact D59)',
    async (reason) => {
      const { call, warnings } = await start(refusing(reason));
      expect(await call('/users')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
      expect(warnings.join()).toContain(`refused: ${reason}`);
    },
  );

  it('is 413 when the payload is too large for Lambda (recorded on AWS)', async () => {
    const { call } = await start(refusing('RequestTooLarge'));
    const answer = await call('/users');
    expect(answer).toMatchObject({ status: 413, body: '{"message": "Request Too Long"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('BadRequestException');
  });

  it('is 504 when the integration’s time is over', async () => {
    const { call } = await start(endless, { timeoutInMillis: 60 });
    expect(await call('/users')).toMatchObject({ status: 504, body: '{"message": "Endpoint request timed out"}' });
  });

  it('is nobody’s when the client has left', async () => {
    const { port, served } = await start(endless);
    const client = connect({ host: '127.0.0.1', port });
    client.write('GET /restapis/api1234567/dev/_user_request_/users HTTP/1.1\r\nHost: h\r\n\r\n');
    setTimeout(() => client.destroy(), 50);
    await once(client, 'close');
    await expect.poll(() => served).toMatchObject([{ status: 499, responseLength: 0 }]);
  });
});

/** A function that runs until its own time is over. */
const endless: TestFunction = () => new Promise(() => undefined);
