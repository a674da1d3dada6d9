import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../values.ts';
import { readDefinition } from './read-definition.ts';

const models = { existing: new Set<string>(), url: (name: string) => `model:${name}` };
const read = (document: JsonObject) => readDefinition(document, { basePath: 'ignore', models });
const swagger = (paths: JsonObject, more: JsonObject = {}) =>
  read({ swagger: '2.0', info: { title: 'x' }, paths, ...more });
const openapi = (paths: JsonObject, more: JsonObject = {}) =>
  read({ openapi: '3.0.1', info: { title: 'x' }, paths, ...more });
const methodOf = (definition: ReturnType<typeof read>) => definition.paths[0]?.methods[0];

describe('bodies', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } } };

  it('that are spelt out become models, the same one for the same schema', () => {
    const content = { 'application/json': { schema } };
    const definition = openapi({
      '/a': { post: { requestBody: { content }, responses: { 200: { content }, default: { content } } } },
    });
    const [model] = definition.models;
    expect(definition.models).toHaveLength(1);
    expect(model?.name).toMatch(/^MODEL[0-9a-f]{6}$/);
    expect(methodOf(definition)).toMatchObject({
      requestModels: { 'application/json': model?.name },
      responses: [{ statusCode: '200', responseModels: { 'application/json': model?.name } }],
    });
  });

  it('that are lists of a model are named by it', () => {
    const list = { type: 'array', items: { $ref: '#/definitions/Pet' } };
    const { models: made } = swagger(
      { '/a': { get: { responses: { 200: { schema: list } } } } },
      { definitions: { Pet: schema } },
    );
    expect(made.map(({ name }) => name)).toEqual(['Pet', 'ArrayOfPet']);
  });

  it('of Swagger are for every type that the operation, or else the file, takes and gives', () => {
    const body = { in: 'body', name: 'x', schema: { $ref: '#/definitions/Pet' } };
    const responses = { 200: { schema: { $ref: '#/definitions/Pet' } } };
    const definition = swagger(
      { '/a': { post: { consumes: ['a/b', 'c/d'], parameters: [body], responses } } },
      { definitions: { Pet: schema }, produces: ['e/f'] },
    );
    expect(methodOf(definition)).toMatchObject({
      requestModels: { 'a/b': 'Pet', 'c/d': 'Pet' },
      responses: [{ responseModels: { 'e/f': 'Pet' } }],
    });
  });

  it('that are no object or list have no model (guide page api-gateway-known-issues)', () => {
    const definition = swagger({ '/a': { get: { responses: { 200: { schema: { type: 'string' } } } } } });
    expect(methodOf(definition)?.responses).toEqual([{ statusCode: '200' }]);
  });

  it('cannot be models with other names than letters and digits (reported: aws-apigateway-importer issue 194)', () => {
    const responses = { 200: { schema: { $ref: '#/definitions/my-pet' } } };
    const { warnings, models: made } = swagger({ '/a': { get: { responses } } }, { definitions: { 'my-pet': schema } });
    expect(made).toEqual([]);
    expect(warnings).toEqual([
      'Model name must be alphanumeric: my-pet',
      "Reference to model 'my-pet' not found. Ignoring.",
    ]);
  });
});

describe('parameters', () => {
  it('of a path hold for its operations, which may say otherwise; references are followed', () => {
    const definition = openapi(
      {
        '/a/{id}': {
          parameters: [{ $ref: '#/components/parameters/q' }, { name: 'h', in: 'header', required: true }],
          get: {
            parameters: [
              { name: 'h', in: 'header', required: false },
              { name: 'c', in: 'cookie' },
            ],
          },
        },
      },
      { components: { parameters: { q: { name: 'q', in: 'query', required: true } } } },
    );
    expect(methodOf(definition)?.requestParameters).toEqual({
      'method.request.querystring.q': true,
      'method.request.header.h': false,
      'method.request.path.id': true,
    });
  });

  it('that lead out of the file are left out, with a warning (features A7.7)', () => {
    const { warnings } = openapi({ '/a': { get: { parameters: [{ $ref: 'other.yaml#/x' }] } } });
    expect(warnings).toEqual(["Unable to resolve reference 'other.yaml#/x'. Ignoring."]);
  });
});

describe('paths', () => {
  it('that are the same but for slashes are one; extensions and TRACE are none', () => {
    const { paths } = openapi({ '/a/': { get: {}, trace: {} }, '//a': { put: {} }, 'x-paths': { get: {} } });
    expect(paths.map(({ path, methods }) => [path, methods.map(({ httpMethod }) => httpMethod)])).toEqual([
      ['/a', ['GET', 'PUT']],
    ]);
  });

  it('may have integrations that stand elsewhere (guide page api-gateway-extensions-integrations)', () => {
    const reference = { $ref: '#/components/x-amazon-apigateway-integrations/one' };
    const definition = openapi(
      { '/a': { get: { 'x-amazon-apigateway-integration': reference } } },
      { components: { 'x-amazon-apigateway-integrations': { one: { type: 'mock', passthroughBehavior: 'never' } } } },
    );
    expect(methodOf(definition)?.integration).toEqual({ type: 'MOCK', passthroughBehavior: 'NEVER', responses: [] });
  });

  it('fail with an integration that is none', () => {
    for (const integration of ['x', {}, { type: '' }, { type: 'http', uri: { 'Fn::Sub': 'http://x' } }]) {
      expect(openapi({ '/a': { get: { 'x-amazon-apigateway-integration': integration } } }).malformed).toBe(
        'Unable to parse API definition because of a malformed integration at path /a.',
      );
    }
  });
});

describe('security schemes', () => {
  const schemes = (scheme: JsonObject) => openapi({}, { components: { securitySchemes: { s: scheme } } });

  it.each([
    [{ name: 'auth', in: 'query' }, 'method.request.querystring.auth'],
    [{ name: 'auth', in: 'header' }, 'method.request.header.auth'],
    [{ name: 'Unused', in: 'header' }, undefined],
  ])('%j name the identity source (fact D162)', (where, identitySource) => {
    const authorizer = { type: 'request', authorizerUri: 'arn' };
    const [made] = schemes({ type: 'apiKey', ...where, 'x-amazon-apigateway-authorizer': authorizer }).authorizers;
    expect(made).toMatchObject({ name: 's', type: 'REQUEST' });
    expect(made?.identitySource).toBe(identitySource);
  });

  it.each([{ type: 'oauth2' }, { type: 'http', scheme: 'basic' }, { type: 'apiKey', name: 'other', in: 'header' }])(
    '%j are left out with a warning',
    (scheme) => {
      expect(schemes(scheme).warnings).toEqual([
        `Unsupported security definition type '${scheme.type}' for 's'. Ignoring.`,
      ]);
    },
  );

  it('of a kind of one’s own need an authorizer', () => {
    const scheme = { type: 'apiKey', name: 'x', in: 'header', 'x-amazon-apigateway-authtype': 'custom' };
    expect(schemes(scheme).errors[0]).toMatch(/^Unable to create authorizer from security definition: 's'\./);
  });
});
