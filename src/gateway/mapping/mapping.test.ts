import { describe, expect, it } from 'vitest';
import type { Integration } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type Reply, startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

const keep = closing();

async function http(change: Partial<Integration>, reply?: () => Reply) {
  const backend = await keep(startBackend(reply));
  const gateway = await keep(
    startGateway({
      stage: { variables: { version: 'v7' } },
      methods: {
        '/pets/{id}': {
          ANY: {
            methodResponses: { 200: { statusCode: '200' } },
            methodIntegration: integration({
              type: 'HTTP',
              httpMethod: 'POST',
              uri: `${backend.url}/{p}`,
              integrationResponses: { 200: { statusCode: '200' } },
              ...change,
              requestParameters: { 'integration.request.path.p': "'fixed'", ...change.requestParameters },
            }),
          },
        },
      },
    }),
  );
  return { ...gateway, seen: backend.seen };
}

const PETS = '{"petstore":{"pets":[{"name":"Bill","age":2,"tags":["a","b"]}]}}';

describe('a request parameter', () => {
  // Guide, "Amazon API Gateway API request and response data mapping reference": the two examples in OpenAPI.
  it('may come from the body as a whole, and from a part of it (fact D23)', async () => {
    const { call, seen } = await http({
      requestParameters: {
        'integration.request.header.body-header': 'method.request.body',
        'integration.request.path.p': 'method.request.body.petstore.pets[0].name',
        'integration.request.querystring.age': 'method.request.body.petstore.pets[0].age',
        'integration.request.querystring.tags': 'method.request.body.petstore.pets[0].tags',
        'integration.request.querystring.none': 'method.request.body.petstore.cats',
      },
    });
    expect(await call('/pets/1', { method: 'POST', body: PETS })).toMatchObject({ status: 200 });
    expect(seen[0]?.url).toBe('/Bill?age=2&tags=%5B%22a%22%2C%22b%22%5D');
    expect(seen[0]?.headers['body-header']).toBe(PETS);
    expect(seen[0]?.body).toBe(PETS);
  });

  it.each([
    ['method.request.path.id', '1'],
    ['method.request.querystring.q', 'b'],
    ['method.request.header.X-One', 'last'],
    ['method.request.header.x-one', undefined],
    ['stageVariables.version', 'v7'],
    ['stageVariables.none', undefined],
    ['context.resourcePath', '/pets/{id}'],
    ["'static'", 'static'],
    ["''", ''],
  ])('may come from %s (facts D10, D11, D24)', async (source, value) => {
    const { call, seen } = await http({ requestParameters: { 'integration.request.header.X-Out': source } });
    await call('/pets/1?q=a&q=b', { method: 'POST', headers: ['X-One', 'first', 'X-One', 'last'] });
    expect(seen[0]?.headers['x-out']).toBe(value);
  });

  it('may have several values', async () => {
    const { call, seen } = await http({
      requestParameters: {
        'integration.request.querystring.all': 'method.request.multivaluequerystring.q',
        'integration.request.header.X-All': 'method.request.multivalueheader.X-One',
      },
    });
    await call('/pets/1?q=a&q=b', { method: 'POST', headers: ['X-One', 'first', 'X-One', 'last'] });
    expect(seen[0]?.url).toBe('/fixed?all=a&all=b');
    expect(seen[0]?.headers['x-all']).toBe('first, last');
  });

  it('finds nothing in a body that does not begin like JSON, and fails for one that does and is none (fact D25)', async () => {
    const { call, seen } = await http({
      requestParameters: { 'integration.request.header.X-Name': 'method.request.body.name' },
    });
    expect(await call('/pets/1', { method: 'POST', body: 'name=Bill' })).toMatchObject({ status: 200 });
    expect(seen[0]?.headers['x-name']).toBeUndefined();
    const broken = await call('/pets/1', { method: 'POST', body: '{"name": "Bill"' });
    expect(broken).toMatchObject({ status: 400, body: '{"message":"Invalid JSON in request body"}' });
    expect(broken.headers['x-amzn-errortype']).toBe('BadRequestException');
    expect(seen).toHaveLength(1);
  });

  it('may come from the body towards HTTP_PROXY, too', async () => {
    const { call, seen } = await http({
      type: 'HTTP_PROXY',
      requestParameters: { 'integration.request.header.X-Name': 'method.request.body.petstore.pets[0].name' },
    });
    expect(await call('/pets/1', { method: 'POST', body: PETS })).toMatchObject({ status: 200 });
    expect(seen[0]).toMatchObject({ body: PETS, headers: { 'x-name': 'Bill' } });
    expect(await call('/pets/1', { method: 'POST', body: '{' })).toMatchObject({ status: 400 });
  });

  it.each([
    ['Content-Length', 'HTTP'],
    ['Transfer-Encoding', 'HTTP_PROXY'],
    ['X-Amzn-Trace-Id', 'HTTP'],
    ['x-amzn-apigateway-api-id', 'HTTP'],
    ['Authorization', 'AWS'],
    ['Connection', 'AWS'],
    ['Expect', 'AWS'],
    ['Proxy-Authenticate', 'AWS'],
    ['TE', 'AWS_PROXY'],
  ] as const)('must not set %s towards %s (fact D26)', async (name, type) => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations';
    const { call, seen } = await http({
      type,
      ...(type.startsWith('AWS') ? { uri } : {}),
      requestParameters: { [`integration.request.header.${name}`]: "'x'" },
    });
    expect(await call('/pets/1', { method: 'POST' })).toMatchObject({
      status: 500,
      body: '{"message": "Internal server error"}',
    });
    expect(seen).toHaveLength(0);
  });

  it.each([
    'method.request.body.a[',
    'method.request.bodyguard',
    'method.request.cookie.x',
    'context.unheard',
    'plain',
  ])('is no %j: every request fails, and the operator hears why', async (source) => {
    const { call, warnings } = await http({ requestParameters: { 'integration.request.header.X': source } });
    expect(await call('/pets/1', { method: 'POST' })).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain(source);
  });
});

describe('a response parameter', () => {
  const responses = (responseParameters: Record<string, string>, responseTemplates?: Record<string, string>) => ({
    integrationResponses: {
      200: { statusCode: '200', responseParameters, ...(responseTemplates ? { responseTemplates } : {}) },
    },
  });
  const REDIRECT = '{"redirect":{"url":"https://example.com/"},"n":10.5}';

  // Guide, the same page: "Data mapping from integration response in OpenAPI".
  it('may come from headers and the body of the backend', async () => {
    const { call } = await http(
      responses({
        'method.response.header.location': 'integration.response.body.redirect.url',
        'method.response.header.number': 'integration.response.body.n',
        'method.response.header.id': 'integration.response.header.x-app-id',
        'method.response.header.items': 'integration.response.multivalueheader.item',
        'method.response.header.whole': 'integration.response.body',
        'method.response.header.none': 'integration.response.body.nothing',
        'method.response.header.stage': 'context.stage',
        'method.response.header.version': 'stageVariables.version',
      }),
      () => ({ body: REDIRECT, headers: ['x-app-id', '7', 'item', 'a', 'item', 'b'] }),
    );
    const answer = await call('/pets/1', { method: 'POST' });
    expect(answer.body).toBe(REDIRECT);
    expect(answer.headers).toMatchObject({
      location: 'https://example.com/',
      number: '10.5',
      id: '7',
      items: 'a, b',
      whole: REDIRECT,
      stage: 'dev',
      version: 'v7',
    });
    expect(answer.headers).not.toHaveProperty('none');
  });

  it('may come from the body that a template replaces', async () => {
    const { call } = await http(
      responses(
        { 'method.response.header.location': 'integration.response.body.redirect.url' },
        { 'application/json': 'x' },
      ),
      () => ({ body: REDIRECT }),
    );
    const answer = await call('/pets/1', { method: 'POST' });
    expect(answer).toMatchObject({ body: 'x', headers: { location: 'https://example.com/' } });
  });

  it('fails the request with 500 when the backend’s body begins like JSON and is none (fact D25)', async () => {
    const { call, warnings } = await http(
      responses({ 'method.response.header.location': 'integration.response.body.redirect' }),
      () => ({ body: '{"redirect"' }),
    );
    expect(await call('/pets/1', { method: 'POST' })).toMatchObject({
      status: 500,
      body: '{"message": "Internal server error"}',
    });
    expect(warnings.join()).toContain('Unable to transform response');
  });
});
