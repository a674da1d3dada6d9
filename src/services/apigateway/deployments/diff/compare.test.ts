import { describe, expect, it } from 'vitest';
import type { ApiSnapshot, Method } from '../../../../model/index.ts';
import { compareApis } from './compare.ts';

const INTEGRATION = {
  type: 'HTTP_PROXY',
  httpMethod: 'GET',
  uri: 'http://a/pets',
  passthroughBehavior: 'WHEN_NO_MATCH',
  timeoutInMillis: 29_000,
  cacheNamespace: 'res001',
  cacheKeyParameters: [],
} as const;
const METHOD: Method = {
  httpMethod: 'GET',
  authorizationType: 'NONE',
  apiKeyRequired: false,
  methodIntegration: INTEGRATION,
};

function api(changes: Partial<ApiSnapshot> = {}): ApiSnapshot {
  return {
    restApi: {
      id: 'abc1234567',
      name: 'pets',
      createdDate: 1,
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
      tags: {},
      disableExecuteApiEndpoint: false,
      rootResourceId: 'root000001',
    },
    resources: [{ id: 'res001', path: '/pets', resourceMethods: { GET: METHOD } }],
    authorizers: [],
    models: [],
    requestValidators: [],
    gatewayResponses: [],
    ...changes,
  };
}

const withMethod = (changes: Partial<Method>) =>
  api({ resources: [{ id: 'res001', path: '/pets', resourceMethods: { GET: { ...METHOD, ...changes } } }] });

/** The values that differ, as `path before -> after: risk`. */
function told(before: ApiSnapshot, after: ApiSnapshot): readonly string[] {
  return compareApis(before, after).flatMap(({ kind, where, change, risk, values }) =>
    values.length === 0
      ? [`${kind} ${where} ${change}: ${risk}`]
      : values.map((value) => `${kind} ${where} ${value.path.join('.')}: ${value.risk}`),
  );
}

it('an API does not differ from one that was made anew: ids, dates and tags say nothing', () => {
  const guard = { name: 'guard', type: 'TOKEN' } as const;
  const strict = { name: 'strict', validateRequestBody: true, validateRequestParameters: false };
  const model = { name: 'Pet', contentType: 'application/json' };
  const made = (n: string, schema: string): ApiSnapshot => ({
    ...withMethod({
      authorizerId: `a${n}`,
      requestValidatorId: `v${n}`,
      methodIntegration: { ...INTEGRATION, cacheNamespace: n },
    }),
    restApi: { ...api().restApi, id: n, createdDate: Number(n), rootResourceId: n, tags: { n } },
    authorizers: [{ id: `a${n}`, ...guard }],
    requestValidators: [{ id: `v${n}`, ...strict }],
    models: [{ id: `m${n}`, ...model, schema }],
  });
  expect(compareApis(made('1', '{"type": "object"}'), made('2', '{ "type":\n"object" }'))).toEqual([]);
});

it('tells what came, went and changed: the API, methods by their paths, then what they use', () => {
  const after = api({
    restApi: { ...api().restApi, name: 'all pets' },
    resources: [
      { id: 'x', path: '/cats', resourceMethods: { POST: METHOD, GET: METHOD } },
      { id: 'y', path: '/', resourceMethods: {} },
    ],
    authorizers: [{ id: 'a', name: 'guard', type: 'TOKEN' }],
    models: [{ id: 'm', name: 'Pet', contentType: 'application/json', schema: '{}' }],
    gatewayResponses: [{ responseType: 'DEFAULT_4XX', responseParameters: {}, responseTemplates: {} }],
  });
  expect(compareApis(api(), after)).toEqual([
    {
      kind: 'api',
      where: 'all pets',
      change: 'changed',
      risk: 'safe',
      values: [{ path: ['name'], before: 'pets', after: 'all pets', risk: 'safe' }],
    },
    { kind: 'method', where: 'GET /cats', change: 'added', risk: 'safe', values: [] },
    { kind: 'method', where: 'POST /cats', change: 'added', risk: 'safe', values: [] },
    { kind: 'method', where: 'GET /pets', change: 'removed', risk: 'breaking', values: [] },
    { kind: 'authorizer', where: 'guard', change: 'added', risk: 'safe', values: [] },
    { kind: 'model', where: 'Pet', change: 'added', risk: 'safe', values: [] },
    { kind: 'gateway response', where: 'DEFAULT_4XX', change: 'added', risk: 'risky', values: [] },
  ]);
});

describe('what a change means for clients', () => {
  it.each<[string, Partial<Method>, Partial<Method>, readonly string[]]>([
    ['a signature is needed', {}, { authorizationType: 'AWS_IAM' }, ['authorizationType: breaking']],
    ['nobody is asked any more', { authorizationType: 'AWS_IAM' }, {}, ['authorizationType: risky']],
    ['a key is needed', {}, { apiKeyRequired: true }, ['apiKeyRequired: breaking']],
    ['no key is needed', { apiKeyRequired: true }, {}, ['apiKeyRequired: risky']],
    ['requests are validated', {}, { requestValidatorId: 'v' }, ['requestValidator: breaking']],
    ['requests are not validated', { requestValidatorId: 'v' }, {}, ['requestValidator: safe']],
    [
      'a parameter is required',
      { requestParameters: { 'method.request.querystring.q': false } },
      { requestParameters: { 'method.request.querystring.q': true, 'method.request.header.h': false } },
      ['requestParameters.method.request.querystring.q: breaking', 'requestParameters.method.request.header.h: safe'],
    ],
    [
      'a first parameter may be there',
      {},
      { requestParameters: { 'method.request.querystring.q': false } },
      ['requestParameters.method.request.querystring.q: safe'],
    ],
    [
      'a body must look so',
      {},
      { requestModels: { 'application/json': 'Pet' } },
      ['requestModels.application/json: breaking'],
    ],
    [
      'an answer is promised no more, another is',
      { methodResponses: { 200: { statusCode: '200' } } },
      { methodResponses: { 201: { statusCode: '201' } } },
      ['methodResponses.200: breaking', 'methodResponses.201: safe'],
    ],
    [
      'one more scope opens',
      { authorizationScopes: ['a'] },
      { authorizationScopes: ['a', 'b'] },
      ['authorizationScopes: safe'],
    ],
    [
      'another scope is needed',
      { authorizationScopes: ['a'] },
      { authorizationScopes: ['b'] },
      ['authorizationScopes: breaking'],
    ],
    ['a scope is needed', {}, { authorizationScopes: ['a'] }, ['authorizationScopes: breaking']],
    ['no scope is needed', { authorizationScopes: ['a'] }, {}, ['authorizationScopes: risky']],
    ['its name for clients', {}, { operationName: 'list' }, ['operationName: safe']],
    [
      'another backend',
      {},
      { methodIntegration: { ...INTEGRATION, uri: 'http://b/pets', timeoutInMillis: 50 } },
      ['integration.uri: risky', 'integration.timeoutInMillis: risky'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(withMethod(before), withMethod(after))).toEqual(expected.map((value) => `method GET /pets ${value}`));
  });

  const schema = (text: object) =>
    api({ models: [{ id: 'm', name: 'Pet', contentType: 'application/json', schema: JSON.stringify(text) }] });
  it.each<[object, object, readonly string[]]>([
    [{ required: ['a', 'b'] }, { required: ['a'] }, ['schema.required: safe']],
    [{ required: ['a'] }, { required: ['a', 'b'] }, ['schema.required: breaking']],
    [{ properties: { a: { enum: [1] } } }, { properties: { a: { enum: [1, 2] } } }, ['schema.properties.a.enum: safe']],
    [
      { properties: { a: { enum: [1, 2] } } },
      { properties: { a: { enum: [1] } } },
      ['schema.properties.a.enum: breaking'],
    ],
    [
      { properties: { a: { type: 'string' } } },
      { properties: { a: { type: 'null' } } },
      ['schema.properties.a.type: breaking'],
    ],
    [{ properties: {} }, { properties: { a: {} } }, ['schema.properties.a: safe']],
    [{ properties: { a: {} } }, { properties: {} }, ['schema.properties.a: risky']],
    [{ title: 'a' }, { title: 'b' }, ['schema.title: safe']],
    [{ maxLength: 5 }, { maxLength: 4 }, ['schema.maxLength: risky']],
  ])('a model %j that becomes %j', (before, after, expected) => {
    expect(told(schema(before), schema(after))).toEqual(expected.map((value) => `model Pet ${value}`));
  });

  it.each<[Partial<ApiSnapshot['restApi']>, readonly string[]]>([
    [{ policy: '{"Statement": []}' }, ['policy: risky']],
    [{ disableExecuteApiEndpoint: true }, ['disableExecuteApiEndpoint: breaking']],
    [{ apiKeySource: 'AUTHORIZER' }, ['apiKeySource: breaking']],
    [{ binaryMediaTypes: ['image/png'] }, ['binaryMediaTypes: risky']],
    [{ minimumCompressionSize: 1 }, ['minimumCompressionSize: safe']],
    [
      { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
      ['endpointConfiguration.types: breaking'],
    ],
  ])('the API with %j', (changes, expected) => {
    const after = api({ restApi: { ...api().restApi, ...changes } });
    expect(told(api(), after)).toEqual(expected.map((value) => `api pets ${value}`));
  });

  it('of an API with a thousand methods it is found at once', () => {
    const many = (uri: string) =>
      api({
        resources: Array.from({ length: 1_200 }, (_, n) => ({
          id: `r${n}`,
          path: `/r${n}`,
          resourceMethods: { GET: { ...METHOD, methodIntegration: { ...INTEGRATION, uri } } },
        })),
      });
    const [before, after] = [many('http://a'), many('http://b')];
    const startedAtMs = performance.now();
    expect(compareApis(before, after)).toHaveLength(1_200);
    expect(performance.now() - startedAtMs).toBeLessThan(2_000);
  });
});
