import { describe, expect, it } from 'vitest';
import type { HttpApiDefinition } from '../../../model/index.ts';
import { readRoute } from './check.ts';

// API reference of version 2, CreateRoute; guide page http-api-develop-routes. Texts are AWS's where a test names its fact or says
// "reported".
const definition: HttpApiDefinition = {
  api: { ApiId: 'a', Name: 'a', DisableExecuteApiEndpoint: false, IpAddressType: 'ipv4', Tags: {}, CreatedDate: '' },
  routes: [{ RouteId: 'r1', RouteKey: 'GET /taken', AuthorizationType: 'NONE' }],
  integrations: [
    {
      IntegrationId: 'i1',
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: 'http://x',
      ConnectionType: 'INTERNET',
      PayloadFormatVersion: '1.0',
      TimeoutInMillis: 30_000,
    },
  ],
  authorizers: [
    { AuthorizerId: 'jwt1', Name: 'jwt', AuthorizerType: 'JWT', IdentitySource: [] },
    { AuthorizerId: 'fun1', Name: 'function', AuthorizerType: 'REQUEST', IdentitySource: [] },
  ],
};
const read = (RouteKey: string, change: object = {}) => readRoute({ RouteKey, ...change }, definition);
const refused = (message: string | RegExp, statusCode = 400) =>
  expect.objectContaining({
    statusCode,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

describe('the key of a route (features A3.3)', () => {
  it.each(['$default', 'GET /', 'ANY /a', 'GET /a/', 'PATCH /a/{b}/c-d.e', 'ANY /{proxy+}', 'GET /a/{x}/{rest+}'])(
    'may be %s',
    (key) => expect(read(key).RouteKey).toBe(key),
  );

  it.each([
    '',
    'GET',
    '/a',
    'get /a',
    'TRACE /a',
    'GET a',
    'GET /a b',
    'GET /{a+}/b',
    'GET /a{b}',
    'GET /{}',
    'GET //a',
    'GET /a?b',
    '$other',
  ])('cannot be "%s" (reported)', (key) => {
    expect(() => read(key)).toThrow(
      refused(
        'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
      ),
    );
  });

  it('is read in time, however it is made', () => {
    const started = performance.now();
    expect(() => read(`GET /${'{a}/'.repeat(120)}{`)).toThrow();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is the route’s own', () => {
    expect(() => read('GET /taken')).toThrow(refused('Route with key GET /taken already exists for this API', 409));
  });
});

describe('a route', () => {
  it('leads to an integration of its API', () => {
    expect(read('GET /a', { Target: 'integrations/i1' })).toEqual({
      RouteKey: 'GET /a',
      AuthorizationType: 'NONE',
      Target: 'integrations/i1',
    });
    for (const Target of ['integrations/other', 'i1']) {
      expect(() => read('GET /a', { Target })).toThrow(refused(/^Invalid target specified/));
    }
  });

  it('has an authorizer that fits (fact D136)', () => {
    expect(
      read('GET /a', { AuthorizationType: 'JWT', AuthorizerId: 'jwt1', AuthorizationScopes: ['s'] }),
    ).toMatchObject({
      AuthorizerId: 'jwt1',
      AuthorizationScopes: ['s'],
    });
    expect(read('GET /a', { AuthorizationType: 'NONE', AuthorizerId: 'jwt1' })).not.toHaveProperty('AuthorizerId');
    for (const AuthorizerId of [undefined, 'fun1', 'nope']) {
      expect(() => read('GET /a', { AuthorizationType: 'JWT', AuthorizerId })).toThrow(
        refused(
          'Invalid authorizer ID specified. Setting the authorization type to JWT requires a valid JWT authorizer.',
        ),
      );
    }
    expect(() => read('GET /a', { AuthorizationType: 'CUSTOM', AuthorizerId: 'jwt1' })).toThrow(refused(/REQUEST/));
  });

  it.each([
    [{ AuthorizationType: 'OTHER' }, /^Invalid authorization type specified/],
    [{ AuthorizationScopes: ['s'] }, /^Authorization scopes are only supported/],
    [
      {
        AuthorizationType: 'JWT',
        AuthorizerId: 'jwt1',
        AuthorizationScopes: Array.from({ length: 11 }, (_, n) => `${n}`),
      },
      /^A route can have at most 10 authorization scopes/,
    ],
    [{ ApiKeyRequired: true }, /^API keys are not supported/],
    [{ ModelSelectionExpression: 'x' }, /only supported for WebSocket APIs/],
    [{ RequestModels: { $default: 'm' } }, /only supported for WebSocket APIs/],
    [{ RouteResponseSelectionExpression: '$default' }, /only supported for WebSocket APIs/],
  ])('cannot have %j', (change, message) => {
    expect(() => read('GET /a', change)).toThrow(refused(message));
  });
});
