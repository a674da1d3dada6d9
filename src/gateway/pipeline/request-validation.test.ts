import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { GatewayResponse, Method, Model, RequestValidator } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type CallOptions, startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Facts D78 to D80; guide, "Enable request validation in API Gateway" and "Test basic request validation", whose sample API this is:
// q1 is required of GET, the header h1 and a body like the model of POST.
const opened = closing();

const RequestDataModel = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    type: { type: 'string', enum: ['dog', 'cat', 'fish'] },
    price: { type: 'number', minimum: 25, maximum: 500 },
  },
  required: ['type', 'price'],
};

const model = (name: string, schema: unknown, contentType = 'application/json'): Model => ({
  id: name.toLowerCase(),
  name,
  contentType,
  schema: typeof schema === 'string' ? schema : JSON.stringify(schema),
});
const validator = (id: string, validateRequestParameters: boolean, validateRequestBody: boolean): RequestValidator => ({
  id,
  name: id,
  validateRequestParameters,
  validateRequestBody,
});

interface Given {
  readonly method?: Partial<Method>;
  readonly models?: readonly Model[];
  readonly gatewayResponses?: readonly GatewayResponse[];
}

/** An API whose `/validation` answers `backend saw: BODY` to what passes. */
async function start({ method = {}, models = [], gatewayResponses = [] }: Given) {
  const backend = await opened(startBackend(({ body }) => ({ body: `backend saw: ${body}` })));
  const declared: Partial<Method> = {
    requestValidatorId: 'all',
    methodIntegration: integration({ type: 'HTTP_PROXY', httpMethod: 'POST', uri: backend.url }),
    ...method,
  };
  return opened(
    startGateway({
      methods: { '/validation': { GET: declared, POST: declared }, '/validation/{id}': { GET: declared } },
      deployment: {
        models: [model('RequestDataModel', RequestDataModel), ...models],
        requestValidators: [
          validator('all', true, true),
          validator('params-only', true, false),
          validator('body-only', false, true),
          validator('nothing', false, false),
        ],
        gatewayResponses,
      },
    }),
  );
}

const post = (body: unknown, more: CallOptions = {}): CallOptions => ({
  method: 'POST',
  headers: ['Content-Type', 'application/json'],
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
const refused = (message: string) => ({ status: 400, body: `{"message": "${message}"}` });
const INVALID_BODY = refused('Invalid request body');
const BY_JSON = { requestModels: { 'application/json': 'RequestDataModel' } };

describe('required parameters', () => {
  const q1 = { requestParameters: { 'method.request.querystring.q1': true } };

  it('must be there and not blank (fact D78)', async () => {
    const { call } = await start({ method: q1 });
    expect((await call('/validation?q1=cat')).status).toBe(200);
    for (const query of ['', '?q1=', '?q1=%20', '?Q1=cat'])
      expect(await call(`/validation${query}`), query).toMatchObject(
        refused('Missing required request parameters: [q1]'),
      );
    expect((await call('/validation')).headers['x-amzn-errortype']).toBe('BadRequestException');
  });

  it('are listed all, from query, headers and path (fact D78)', async () => {
    const { call } = await start({
      method: {
        requestParameters: {
          'method.request.querystring.q1': true,
          'method.request.header.h1': true,
          'method.request.path.id': true,
          'method.request.querystring.optional': false,
        },
      },
    });
    expect(await call('/validation/%20')).toMatchObject(refused('Missing required request parameters: [q1, h1, id]'));
    expect(await call('/validation/1', { headers: ['H1', ' '] })).toMatchObject(
      refused('Missing required request parameters: [q1, h1]'),
    );
    expect((await call('/validation/1?q1=a', { headers: ['h1', 'v1'] })).status).toBe(200);
  });

  it('come before the body', async () => {
    const { call } = await start({ method: { ...q1, ...BY_JSON } });
    expect(await call('/validation', post('{'))).toMatchObject(refused('Missing required request parameters: [q1]'));
  });

  it.each([
    ['params-only', 400, 200],
    ['body-only', 200, 400],
    ['nothing', 200, 200],
  ])('and bodies are looked at as the validator %s says', async (requestValidatorId, forParameters, forBody) => {
    const { call } = await start({ method: { ...q1, ...BY_JSON, requestValidatorId } });
    expect((await call('/validation', post({ type: 'dog', price: 30 }))).status).toBe(forParameters);
    expect((await call('/validation?q1=a', post({}))).status).toBe(forBody);
  });
});

describe('the body', () => {
  it('must be like the model (guide, "Test basic request validation")', async () => {
    const { call } = await start({ method: BY_JSON });
    const passes = await call('/validation', post({ name: 'Marco', type: 'dog', price: 260 }));
    expect(passes).toMatchObject({ status: 200, body: 'backend saw: {"name":"Marco","type":"dog","price":260}' });
    expect(await call('/validation', post({ name: 'Molly', type: 'bird', price: 269 }))).toMatchObject(INVALID_BODY);
    expect(await call('/validation', post({ name: 'Marco', type: 'dog', price: 2600 }))).toMatchObject(INVALID_BODY);
    for (const body of ['{', '', 'null', '[]'])
      expect(await call('/validation', post(body)), body).toMatchObject(INVALID_BODY);
  });

  it('is checked by its content type alone, or by `$default` (fact D79)', async () => {
    const { call } = await start({ method: BY_JSON });
    const as = (type: string) => post({}, { headers: ['Content-Type', type] });
    expect((await call('/validation', as('text/plain'))).status).toBe(200);
    expect((await call('/validation', as('Application/JSON; charset=utf-8'))).status).toBe(400);
    expect((await call('/validation', post({}, { headers: [] }))).status).toBe(400);
    const any = await start({ method: { requestModels: { $default: 'RequestDataModel' } } });
    expect((await any.call('/validation', as('text/plain'))).status).toBe(400);
  });

  it('tells what is wrong with it to gateway responses alone (fact D79)', async () => {
    const { call } = await start({
      method: BY_JSON,
      gatewayResponses: [
        {
          responseType: 'BAD_REQUEST_BODY',
          responseParameters: {},
          responseTemplates: { 'application/json': '{"error":"$context.error.validationErrorString"}' },
        },
      ],
    });
    const errorOf = async (body: unknown) => JSON.parse((await call('/validation', post(body))).body);
    expect(await errorOf({})).toEqual({ error: '[object has missing required properties (["type","price"])]' });
    expect(await errorOf({ type: 'bird', price: 1 })).toEqual({
      error:
        '[instance value ("bird") not found in enum (possible values: ["dog","cat","fish"]), numeric instance is lower than the required minimum (minimum: 25, found: 1)]',
    });
  });

  it('may be spread over models that refer to each other (guide, "Working with models and mapping templates")', async () => {
    const url = 'https://apigateway.amazonaws.com/restapis/api1234567/models/';
    const { call } = await start({
      method: { requestModels: { 'application/json': 'Pets' } },
      models: [
        model('Pets', { type: 'array', items: { $ref: `${url}Pet` } }),
        model('Pet', { type: 'object', properties: { kind: { $ref: `${url}Kinds#/definitions/Kind` } } }),
        model('Kinds', { definitions: { Kind: { enum: ['dog'] } } }),
      ],
    });
    expect((await call('/validation', post([{ kind: 'dog' }]))).status).toBe(200);
    expect((await call('/validation', post([{ kind: 'cat' }]))).status).toBe(400);
  });

  it('reaches the backend as it came, compressed or in pieces', async () => {
    const { call } = await start({ method: BY_JSON });
    const body = JSON.stringify({ type: 'dog', price: 30 });
    const packed = { headers: ['Content-Type', 'application/json', 'Content-Encoding', 'gzip'] };
    expect(await call('/validation', { ...post(''), ...packed, body: gzipSync(body) })).toMatchObject({
      body: `backend saw: ${body}`,
    });
    expect((await call('/validation', { ...post(''), ...packed, body: gzipSync('{}') })).status).toBe(400);
    const large = JSON.stringify({ type: 'dog', price: 30, more: 'x'.repeat(500_000) });
    expect((await call('/validation', post(large))).body).toHaveLength('backend saw: '.length + large.length);
  });

  it('fails with 500 when its model cannot be used, and is passed when the model is not of JSON', async () => {
    const models = [model('Broken', '{"$ref": "#/no"}'), model('Xml', '<schema/>', 'application/xml')];
    const requestModels = { 'application/json': 'Broken', 'application/xml': 'Xml', 'text/plain': 'No' };
    const { call, warnings } = await start({ method: { requestModels }, models });
    expect((await call('/validation', post({}))).status).toBe(500);
    expect((await call('/validation', post('', { headers: ['Content-Type', 'text/plain'] }))).status).toBe(500);
    expect((await call('/validation', post('<a/>', { headers: ['Content-Type', 'application/xml'] }))).status).toBe(
      200,
    );
    expect(warnings.join()).toContain('The model "Broken" cannot be used');
  });
});
