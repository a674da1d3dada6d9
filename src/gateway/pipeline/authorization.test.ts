import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Authorizer, InvocationRequest, Method } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, failing, refusing, returning } from '../testing/functions.ts';
import { startGateway, startGatewayWith, type TestFunction } from '../testing/harness.ts';
import { integration, snapshot } from '../testing/snapshots.ts';
import { usageOf } from '../testing/usage.ts';

// Over real sockets. Expected values: guide pages apigateway-use-lambda-authorizer, api-gateway-lambda-authorizer-input and
// -output, apigateway-authorization-flow; facts D87 to D95, D102 to D104 by number.
const keep = closing();
const ARN = 'arn:aws:execute-api:us-east-1:123456789012:api1234567/dev';
const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations';

const TOKEN: Authorizer = {
  id: 'auth01',
  name: 'tokens',
  type: 'TOKEN',
  authorizerUri: URI,
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
};
const REQUEST: Authorizer = { ...TOKEN, type: 'REQUEST' };

/** What the backend is: it says what it was told of the caller. */
const method = (change: Partial<Method> = {}): Partial<Method> => ({
  authorizationType: 'CUSTOM',
  authorizerId: 'auth01',
  methodResponses: { '200': { statusCode: '200' } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: {
      '200': {
        statusCode: '200',
        responseTemplates: {
          'application/json': '$context.authorizer.principalId/$context.authorizer.role/$context.authorizer.level',
        },
      },
    },
  }),
  ...change,
});

const statement = (Effect: 'Allow' | 'Deny', Resource: string | readonly string[] = '*') => ({
  Effect,
  Action: 'execute-api:Invoke',
  Resource,
});
const allowing = (Resource: string | readonly string[] = '*', more: object = {}) => ({
  principalId: 'anna',
  policyDocument: { Version: '2012-10-17', Statement: [statement('Allow', Resource)] },
  ...more,
});

async function start(authorizer: Authorizer, run: TestFunction, policy?: object) {
  const harness = await keep(
    startGateway(
      {
        methods: { '/a': { GET: method() }, '/b': { GET: method(), POST: method() }, '/x/{proxy+}': { GET: method() } },
        deployment: { authorizers: [authorizer] },
        ...(policy && { restApi: { policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) } }),
      },
      run,
    ),
  );
  const get = (path: string, token?: string) =>
    harness.call(path, token === undefined ? {} : { headers: ['Authorization', token] });
  return { ...harness, get };
}

describe('a TOKEN authorizer', () => {
  it('is given the token and the method (D87), and names the caller to the backend (D95)', async () => {
    const run = returning(allowing('*', { context: { role: 'admin', level: 7 } }));
    const { get } = await start(TOKEN, run);
    expect(await get('/a', 'secret')).toMatchObject({ status: 200, body: 'anna/admin/7' });
    expect(eventOf(run.calls[0])).toEqual({
      type: 'TOKEN',
      authorizationToken: 'secret',
      methodArn: `${ARN}/GET/a`,
    });
    expect(run.calls[0]?.source).toEqual({
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:api1234567/authorizers/auth01',
    });
  });

  it.each([
    ['no token', []],
    ['an empty token', ['Authorization', '']],
    ['a token that the expression refuses', ['Authorization', 'Basic x']],
    ['a token beside the expression', ['Authorization', 'xBearer y']],
    ['two tokens', ['Authorization', 'Bearer x', 'authorization', 'Bearer y']],
  ])('answers 401 to %s without a call (D88)', async (_, headers) => {
    const run = returning(allowing());
    const { call } = await start({ ...TOKEN, identityValidationExpression: 'Bearer .*' }, run);
    const answer = await call('/a', { headers });
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('UnauthorizedException');
    expect(run.calls).toHaveLength(0);
  });

  it('takes a token that its expression would take for ever on for a wrong one', async () => {
    const run = returning(allowing());
    const { get } = await start({ ...TOKEN, identityValidationExpression: '(a*)*b' }, run);
    expect((await get('/a', 'a'.repeat(5000))).status).toBe(401);
  });

  it('finds its header in any case', async () => {
    const { call } = await start(TOKEN, returning(allowing()));
    expect((await call('/a', { headers: ['aUTHORIZATION', 'x'] })).status).toBe(200);
  });
});

describe('a REQUEST authorizer', () => {
  const identitySource =
    'method.request.header.X-Auth, method.request.querystring.q, context.httpMethod, stageVariables.team';
  const complete = { ...REQUEST, identitySource };

  it('is given the request (D87)', async () => {
    const run = returning(allowing());
    const { callTarget } = await start({ ...REQUEST, identitySource: 'method.request.querystring.q' }, run);
    await callTarget('/restapis/api1234567/dev/_user_request_/x/1/2?q=1&q=2', { headers: ['X-Auth', 'me'] });
    expect(eventOf(run.calls[0])).toMatchObject({
      type: 'REQUEST',
      methodArn: `${ARN}/GET/x/1/2`,
      resource: '/x/{proxy+}',
      path: '/x/1/2',
      httpMethod: 'GET',
      headers: { 'X-Auth': 'me' },
      queryStringParameters: { q: '2' },
      multiValueQueryStringParameters: { q: ['1', '2'] },
      pathParameters: { proxy: '1/2' },
      stageVariables: {},
      requestContext: {
        resourcePath: '/x/{proxy+}',
        stage: 'dev',
        apiId: 'api1234567',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
    expect(eventOf(run.calls[0])).not.toHaveProperty('body');
  });

  it('answers 401 without a call when a source is missing or empty, as long as decisions are kept (D89)', async () => {
    const run = returning(allowing());
    const { call } = await start(complete, run);
    expect((await call('/a?q=1', { headers: ['X-Auth', ''] })).status).toBe(401);
    expect((await call('/a', { headers: ['X-Auth', 'x'] })).status).toBe(401);
    expect(run.calls).toHaveLength(0);
    const { call: uncached } = await start({ ...complete, authorizerResultTtlInSeconds: 0 }, run);
    expect((await uncached('/a')).status).toBe(200);
  });

  it('that keeps decisions by nothing admits nobody', async () => {
    const { call } = await start({ ...REQUEST, identitySource: '' }, returning(allowing()));
    expect((await call('/a')).status).toBe(500);
  });
});

describe('an answer', () => {
  it.each([
    ['a Deny', { principalId: 'x', policyDocument: { Statement: [statement('Deny')] } }, ' with an explicit deny'],
    ['no statement about the method', allowing(`${ARN}/GET/elsewhere`), ''],
  ])('of %s is a 403 (D92)', async (_, output, suffix) => {
    const { get } = await start(TOKEN, returning(output));
    const answer = await get('/a', 'x');
    expect(answer.status).toBe(403);
    expect(answer.body).toBe(`{"Message":"User is not authorized to access this resource${suffix}"}`);
    expect(answer.headers['x-amzn-errortype']).toBe('AccessDeniedException');
  });

  it('that fails with "Unauthorized" is a 401 (D91)', async () => {
    const { get } = await start(TOKEN, failing({ errorMessage: 'Unauthorized' }));
    expect(await get('/a', 'x')).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
  });

  it.each<[string, TestFunction]>([
    ['another failure', failing({ errorMessage: 'Error: Invalid token' })],
    ['a failure that only mentions it', failing({ errorMessage: 'Unauthorized!' })],
    ['no JSON', returning('nonsense')],
    ['no principal', returning({ ...allowing(), principalId: undefined })],
    ['no policy', returning({ principalId: 'x' })],
    ['an invalid policy', returning({ principalId: 'x', policyDocument: { Statement: [{ Effect: 'Allow' }] } })],
    ['a context with an object (D93)', returning(allowing('*', { context: { role: {} } }))],
    ['a resource of 513 characters (D94)', returning(allowing('x'.repeat(513)))],
    ['a function that may not be called', refusing('AccessDenied')],
  ])('of %s is a 500 without a message, and not kept (D91)', async (_, run) => {
    const calls: InvocationRequest[] = [];
    const { get, warnings } = await start(TOKEN, async (request, signal) => {
      calls.push(request);
      return run(request, signal);
    });
    const answer = await get('/a', 'x');
    expect(answer).toMatchObject({ status: 500, body: '{"message":null}' });
    expect(answer.headers['x-amzn-errortype']).toBe('AuthorizerConfigurationException');
    await get('/a', 'x');
    expect(calls).toHaveLength(2);
    expect(warnings).toHaveLength(1);
  });

  it('with an ARN of 512 characters is none that is too long (D94)', async () => {
    const { get } = await start(TOKEN, returning(allowing(['*', 'x'.repeat(512)])));
    expect((await get('/a', 'x')).status).toBe(200);
  });
});

describe('decisions are kept (D90)', () => {
  it('by token, and judged again for every method', async () => {
    const run = returning(allowing([`${ARN}/GET/a`, `${ARN}/GET/x/*`]));
    const { get, call } = await start(TOKEN, run);
    expect((await get('/a', 'x')).status).toBe(200);
    expect((await get('/b', 'x')).status).toBe(403);
    expect((await call('/b', { method: 'POST', headers: ['Authorization', 'x'] })).status).toBe(403);
    expect((await get('/x/1', 'x')).status).toBe(200);
    expect(run.calls).toHaveLength(1);
    await get('/a', 'y');
    expect(run.calls).toHaveLength(2);
  });

  it('by all sources and all their values, and by where each one ends', async () => {
    const run = returning(allowing());
    const identitySource = 'method.request.querystring.a,method.request.querystring.b';
    const { call } = await start({ ...REQUEST, identitySource }, run);
    for (const query of ['a=1&b=2', 'a=1&b=2', 'a=12&b=2', 'a=1&b=22', 'a=1&a=1&b=2', 'b=1&a=2'])
      await call(`/a?${query}`);
    expect(run.calls).toHaveLength(5);
  });

  it('by each stage for itself', async () => {
    const run = returning(allowing(`${ARN}/*`));
    const methods = { '/a': { GET: method() } };
    const deployment = { authorizers: [TOKEN] };
    const stages = [snapshot({ methods, deployment }), snapshot({ methods, deployment, stage: { stageName: 'prod' } })];
    const { callTarget } = await keep(startGatewayWith(stages, run));
    const statusAt = async (stage: string) =>
      (await callTarget(`/restapis/api1234567/${stage}/_user_request_/a`, { headers: ['Authorization', 'x'] })).status;
    expect(await statusAt('dev')).toBe(200);
    expect(await statusAt('prod')).toBe(403);
    expect(run.calls).toHaveLength(2);
  });

  it('not with a time of 0', async () => {
    const run = returning(allowing());
    const { get } = await start({ ...TOKEN, authorizerResultTtlInSeconds: 0 }, run);
    await get('/a', 'x');
    await get('/a', 'x');
    expect(run.calls).toHaveLength(2);
  });

  it('and made once for requests that come together', async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = returning(allowing());
    const { get } = await start(TOKEN, async (request) => {
      const result = await run(request);
      await finished;
      return result;
    });
    const answers = Array.from({ length: 10 }, () => get('/a', 'x'));
    while (run.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    finish();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(run.calls).toHaveLength(1);
  });
});

describe('no spelling of a path slips past a policy', () => {
  const run = returning({
    principalId: 'x',
    policyDocument: { Statement: [statement('Allow'), statement('Deny', `${ARN}/GET/x/admin`)] },
  });
  it.each(['/x/admin', '/x/%61dmin', '/x/adm%69n', '//x/admin', '/x/admin/', '/%78/admin'])('%s', async (path) => {
    const { get } = await start(TOKEN, run);
    expect((await get(path, 'x')).status).toBe(403);
  });

  it.each(['/x/./admin', '/x/%2e%2e/x/admin', '/x/y/..%2fadmin'])('%s is refused before', async (path) => {
    const { get } = await start(TOKEN, run);
    expect((await get(path, 'x')).status).toBe(400);
  });

  it('and another path stays another', async () => {
    const { get } = await start(TOKEN, run);
    for (const path of ['/x/ADMIN', '/x/admin;v=1', '/x/a%2Fdmin']) expect((await get(path, 'x')).status).toBe(200);
  });
});

describe('a resource policy', () => {
  const ip = (Effect: 'Allow' | 'Deny', range: string) => ({
    ...statement(Effect, `${ARN}/*`),
    Principal: '*',
    Condition: { IpAddress: { 'aws:SourceIp': range } },
  });
  const HERE = '127.0.0.0/8';
  const ELSEWHERE = '192.0.2.0/24';
  const OPEN = method({ authorizationType: 'NONE' });

  async function statusWithoutAuthorizer(Statement: object) {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement });
    const { call } = await keep(startGateway({ methods: { '/a': { GET: OPEN } }, restApi: { policy } }));
    return call('/a');
  }

  it('alone must allow (D104)', async () => {
    expect((await statusWithoutAuthorizer([ip('Allow', HERE)])).status).toBe(200);
    const user = 'User: anonymous is not authorized to perform: execute-api:Invoke on resource: ';
    const resource = 'arn:aws:execute-api:us-east-1:********9012:api1234567/dev/GET/a';
    const silent = await statusWithoutAuthorizer([ip('Allow', ELSEWHERE)]);
    expect(silent).toMatchObject({ status: 403, body: JSON.stringify({ Message: user + resource }) });
    const denied = await statusWithoutAuthorizer([ip('Allow', HERE), ip('Deny', HERE)]);
    expect(denied).toMatchObject({
      status: 403,
      body: JSON.stringify({ Message: `${user}${resource} with an explicit deny` }),
    });
  });

  // Table A, row by row: what the authorizer says, what the resource policy says, and what comes of it (D102).
  it.each([
    ['Allow', 'Allow', 200, 1],
    ['Allow', 'None', 200, 1],
    ['Allow', 'Deny', 403, 0],
    ['None', 'Allow', 200, 1],
    ['None', 'None', 403, 1],
    ['None', 'Deny', 403, 0],
    ['Deny', 'Allow', 403, 1],
    ['Deny', 'None', 403, 1],
    ['Deny', 'Deny', 403, 0],
  ] as const)('with an authorizer: %s and %s give %d after %d calls', async (identity, resource, status, calls) => {
    const document = {
      Allow: [statement('Allow')],
      None: [statement('Allow', `${ARN}/GET/elsewhere`)],
      Deny: [statement('Allow'), statement('Deny')],
    }[identity];
    const policy = { Allow: [ip('Allow', HERE)], None: [ip('Allow', ELSEWHERE)], Deny: [ip('Deny', HERE)] }[resource];
    const run = returning({ principalId: 'x', policyDocument: { Version: '2012-10-17', Statement: document } });
    const { get } = await start(TOKEN, run, policy);
    expect((await get('/a', 'x')).status).toBe(status);
    expect(run.calls).toHaveLength(calls);
  });

  it('of a private API admits nobody (D157)', async () => {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [ip('Allow', HERE)] });
    const endpointConfiguration = { types: ['PRIVATE'], ipAddressType: 'ipv4' } as const;
    const { call } = await keep(
      startGateway({ methods: { '/a': { GET: OPEN } }, restApi: { policy, endpointConfiguration } }),
    );
    expect((await call('/a')).status).toBe(403);
  });
});

const VALUE = 'apikey1234abcdefghij0123456789';
const digest = createHash('sha256').update(VALUE).digest('base64');
const usage = usageOf({
  revision: 1,
  keys: [{ id: 'key1', digest, enabled: true, planIds: ['plan1'] }],
  plans: [{ id: 'plan1', apiStages: [{ apiId: 'api1234567', stage: 'dev' }] }],
});

it('a REQUEST authorizer is told which API key a method is opened by, and of no other text (D87)', async () => {
  const run = returning(allowing());
  const methods = { '/a': { GET: method({ apiKeyRequired: true }) }, '/b': { GET: method() } };
  const deployment = { authorizers: [{ ...REQUEST, identitySource: '', authorizerResultTtlInSeconds: 0 }] };
  const { call } = await keep(startGateway({ methods, deployment }, run, usage));
  const identities: unknown[] = [];
  for (const [path, key] of [
    ['/a', VALUE],
    ['/a', 'k'.repeat(30)],
    ['/b', VALUE],
  ] as const) {
    await call(path, { headers: ['x-api-key', key] });
    const { identity } = eventOf(run.calls.at(-1)).requestContext as { identity: Record<string, unknown> };
    identities.push([identity.apiKey, identity.apiKeyId]);
  }
  expect(identities).toEqual([
    [VALUE, 'key1'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

describe('an API key from an authorizer (fact D118)', () => {
  const startWithKeys = (usageIdentifierKey: string | undefined, change: Partial<Method> = {}) =>
    keep(
      startGateway(
        {
          methods: { '/a': { GET: method({ apiKeyRequired: true, ...change }) } },
          deployment: { authorizers: [TOKEN] },
          restApi: { apiKeySource: 'AUTHORIZER' },
        },
        returning(allowing('*', { usageIdentifierKey })),
        usage,
      ),
    );

  it('opens the method, and the header does not', async () => {
    const { call } = await startWithKeys(VALUE);
    expect((await call('/a', { headers: ['Authorization', 'x'] })).status).toBe(200);
    const { call: without } = await startWithKeys(undefined);
    expect((await without('/a', { headers: ['Authorization', 'x', 'x-api-key', VALUE] })).status).toBe(403);
  });

  it('is had by nobody on a method without an authorizer', async () => {
    const { call } = await startWithKeys(VALUE, { authorizationType: 'NONE' });
    expect((await call('/a', { headers: ['x-api-key', VALUE] })).status).toBe(403);
  });
});

it('a method whose authorizer is not there admits nobody', async () => {
  const { get, warnings } = await start({ ...TOKEN, id: 'other1' }, returning(allowing()));
  expect(await get('/a', 'x')).toMatchObject({ status: 500, body: '{"message":null}' });
  expect(warnings.length).toBeGreaterThan(0);
});
