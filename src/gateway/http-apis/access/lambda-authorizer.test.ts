import { describe, expect, it } from 'vitest';
import type { HttpAuthorizer, InvocationRequest } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, failing, refusing, returning } from '../../testing/functions.ts';
import type { HarnessOptions, TestFunction } from '../../testing/harness.ts';
import { startHttpGateway } from '../../testing/http-gateway.ts';
import { FUNCTION } from '../../testing/http-snapshots.ts';

// Guide page http-api-lambda-authorizer; facts D100, D101.
const keep = closing();
const AUTHORIZER = FUNCTION.replace(/f$/, 'authorizer');
const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${AUTHORIZER}/invocations`;
const ARN = 'arn:aws:execute-api:us-east-1:123456789012:http123456/$default';

function policy(Resource: string, Effect = 'Allow') {
  return {
    principalId: 'anna',
    policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] },
  };
}

interface Setup {
  readonly authorizer?: Partial<HttpAuthorizer>;
  readonly options?: HarnessOptions;
}

async function start(decide: TestFunction, { authorizer, options }: Setup = {}) {
  const asked: InvocationRequest[] = [];
  const integration = returning({ statusCode: 200, body: 'ok' });
  const run: TestFunction = (request, signal) => {
    if (request.functionArn !== AUTHORIZER) return integration(request, signal);
    asked.push(request);
    return decide(request, signal);
  };
  const gateway = await keep(
    startHttpGateway(
      {
        routes: { 'GET /a': {}, 'GET /b/{id}': {} },
        route: { AuthorizationType: 'CUSTOM', AuthorizerId: 'auth01' },
        authorizers: [
          {
            AuthorizerId: 'auth01',
            Name: 'lambda',
            AuthorizerType: 'REQUEST',
            IdentitySource: ['$request.header.Authorization'],
            AuthorizerUri: uri,
            AuthorizerPayloadFormatVersion: '2.0',
            AuthorizerResultTtlInSeconds: 0,
            EnableSimpleResponses: true,
            ...authorizer,
          },
        ],
        stage: { StageVariables: { colour: 'red' } },
      },
      run,
      options,
    ),
  );
  const call = (path: string, value = 'anna') =>
    gateway.get(path, { headers: value === '' ? [] : ['Authorization', value] });
  return { ...gateway, call, asked, integration };
}

const INTERNAL = { status: 500, body: '{"message":"Internal Server Error"}' };
const FORBIDDEN = { status: 403, body: '{"message":"Forbidden"}' };

describe('a simple response (fact D100)', () => {
  it('lets in or not, with a context of any JSON', async () => {
    const context = { text: 'x', number: 1, list: ['a', 'b'], map: { k: 'v' }, none: null };
    const { call, integration } = await start(returning({ isAuthorized: true, context }));
    expect((await call('/a')).body).toBe('ok');
    expect(eventOf(integration.calls[0])).toMatchObject({ requestContext: { authorizer: { lambda: context } } });
    expect(await (await start(returning({ isAuthorized: false }))).call('/a')).toMatchObject(FORBIDDEN);
  });

  it.each([
    ['a text for a boolean', returning({ isAuthorized: 'true' })],
    ['a policy where a boolean is wanted', returning(policy('*'))],
    ['a context that is none', returning({ isAuthorized: true, context: 'x' })],
    ['no JSON', returning('x')],
    ['an error', failing({ errorMessage: 'Unauthorized' })],
    ['nothing, for it may not be called', refusing('AccessDenied')],
    ['too much', returning({ isAuthorized: true, context: { x: 'x'.repeat(70_000) } })],
  ])('is not %s', async (_, decide) => {
    const { call, warnings, integration } = await start(decide);
    expect(await call('/a')).toMatchObject(INTERNAL);
    expect(warnings.join()).toMatch(/The authorizer's function decided nothing/);
    expect(integration.calls).toEqual([]);
  });
});

describe('a policy (fact D100)', () => {
  const byPolicy = { authorizer: { EnableSimpleResponses: false } };
  it('is asked for each route', async () => {
    const { call } = await start(returning(policy(`${ARN}/GET/b/*`)), byPolicy);
    expect((await call('/b/1')).status).toBe(200);
    expect(await call('/a')).toMatchObject(FORBIDDEN);
    expect(await (await start(returning(policy('*', 'Deny')), byPolicy)).call('/a')).toMatchObject(FORBIDDEN);
  });

  it('must be one', async () => {
    const { call } = await start(returning({ isAuthorized: true }), byPolicy);
    expect(await call('/a')).toMatchObject(INTERNAL);
  });
});

describe('identity sources (fact D100)', () => {
  it('must all be there, or nobody is asked', async () => {
    const IdentitySource = ['$request.header.Authorization', '$request.querystring.q', '$stageVariables.colour'];
    const { call, asked } = await start(returning({ isAuthorized: true }), { authorizer: { IdentitySource } });
    expect(await call('/a')).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect((await call('/a?q=1', '')).status).toBe(401);
    expect(asked).toEqual([]);
    expect((await call('/a?q=1')).status).toBe(200);
  });

  it('need not be any', async () => {
    const { call } = await start(returning({ isAuthorized: true }), { authorizer: { IdentitySource: [] } });
    expect((await call('/a', '')).status).toBe(200);
  });
});

describe('what was decided is kept (fact D100)', () => {
  const kept = (...IdentitySource: string[]) => ({
    authorizer: { AuthorizerResultTtlInSeconds: 60, ...(IdentitySource.length > 0 && { IdentitySource }) },
  });

  it('for all routes, as long as it says', async () => {
    let nowMs = 1_000_000;
    const setup = { ...kept(), options: { now: () => nowMs } };
    const { call, asked } = await start(returning({ isAuthorized: true }), setup);
    for (const path of ['/a', '/b/1', '/a']) expect((await call(path)).status).toBe(200);
    expect(asked).toHaveLength(1);
    await call('/a', 'bert');
    expect(asked).toHaveLength(2);
    nowMs += 60_000;
    await call('/a');
    expect(asked).toHaveLength(3);
  });

  it('for all values of a field that is sent several times', async () => {
    const { get, asked } = await start(returning({ isAuthorized: true }), kept());
    await get('/a', { headers: ['Authorization', 'anna'] });
    await get('/a', { headers: ['Authorization', 'anna', 'Authorization', 'bert'] });
    expect(asked.map((request) => (eventOf(request) as { identitySource: unknown }).identitySource)).toEqual([
      ['anna'],
      ['anna,bert'],
    ]);
  });

  it('for each route by $context.routeKey', async () => {
    const setup = kept('$request.header.Authorization', '$context.routeKey');
    const { call, asked } = await start(returning({ isAuthorized: true }), setup);
    for (const path of ['/a', '/b/1', '/b/2']) await call(path);
    expect(asked).toHaveLength(2);
  });

  it('but no failure is, nor anything without a time to live', async () => {
    const failed = await start(failing({ errorMessage: 'x' }), kept());
    for (const _ of [1, 2]) expect((await failed.call('/a')).status).toBe(500);
    expect(failed.asked).toHaveLength(2);
    const { call, asked } = await start(returning({ isAuthorized: true }));
    for (const _ of [1, 2]) await call('/a');
    expect(asked).toHaveLength(2);
  });
});

describe('the function is given (fact D101)', () => {
  const IdentitySource = ['$request.header.Authorization', '$request.querystring.q'];

  it('in format 2.0 the route’s ARN, a list of identities and cookies', async () => {
    const { get, asked } = await start(returning({ isAuthorized: true }), { authorizer: { IdentitySource } });
    await get('/b/7?q=x', { headers: ['Authorization', 'anna', 'Cookie', 'c=1; d=2'] });
    expect(asked[0]?.source?.sourceArn).toBe(
      'arn:aws:execute-api:us-east-1:123456789012:http123456/authorizers/auth01',
    );
    const event = eventOf(asked[0]);
    expect(event).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeArn: `${ARN}/GET/b/7`,
      identitySource: ['anna', 'x'],
      routeKey: 'GET /b/{id}',
      rawPath: '/b/7',
      rawQueryString: 'q=x',
      cookies: ['c=1', 'd=2'],
      headers: { authorization: 'anna' },
      queryStringParameters: { q: 'x' },
      pathParameters: { id: '7' },
      stageVariables: { colour: 'red' },
      requestContext: { http: { method: 'GET' }, routeKey: 'GET /b/{id}' },
    });
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('methodArn');
  });

  it('in format 1.0 the method’s ARN, and identities joined by commas', async () => {
    const version1 = { IdentitySource, AuthorizerPayloadFormatVersion: '1.0', EnableSimpleResponses: false } as const;
    const { call, asked, integration } = await start(returning({ ...policy('*'), context: { key: 'value' } }), {
      authorizer: version1,
    });
    expect((await call('/b/7?q=x')).status).toBe(200);
    expect(eventOf(asked[0])).toMatchObject({
      version: '1.0',
      type: 'REQUEST',
      methodArn: `${ARN}/GET/b/7`,
      identitySource: 'anna,x',
      authorizationToken: 'anna,x',
      resource: '/b/{id}',
      path: '/b/7',
      httpMethod: 'GET',
      queryStringParameters: { q: 'x' },
      pathParameters: { id: '7' },
      requestContext: { resourcePath: '/b/{id}', apiId: 'http123456' },
    });
    expect(eventOf(integration.calls[0])).toMatchObject({
      requestContext: { authorizer: { lambda: { key: 'value' } } },
    });
  });
});
