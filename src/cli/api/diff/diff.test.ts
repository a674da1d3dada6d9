import { expect, it } from 'vitest';
import { apiChanges, printChanges } from './index.ts';

const integration = (uri: string) => ({ 'x-amazon-apigateway-integration': { type: 'http_proxy', uri } });
const before = {
  openapi: '3.0.1',
  info: { title: 'pets', version: '2026-11-27T20:00:00Z' },
  servers: [{ url: 'https://a.example/dev' }],
  paths: {
    '/pets': { get: integration('http://a/pets'), delete: integration('http://a/pets') },
    '/old': { 'x-amazon-apigateway-any-method': integration('http://a/old') },
  },
  components: { schemas: { Pet: { type: 'object', properties: { id: { type: 'string' } } } } },
};

it('an API does not differ from itself, whenever and wherever it was exported from', () => {
  const later = {
    ...before,
    info: { ...before.info, version: '2026-11-28T20:00:00Z' },
    servers: [{ url: 'https://b' }],
  };
  expect(apiChanges(before, later)).toEqual([]);
  expect(printChanges([])).toBe('Nothing differs.\n');
});

it('methods, models, gateway responses and settings that came, went or changed are told by the names people use', () => {
  const after = {
    ...before,
    info: { title: 'all pets', version: '2026-11-28T20:00:00Z' },
    paths: {
      '/pets': { get: integration('http://b/pets'), post: integration('http://a/pets') },
      '/old': { 'x-amazon-apigateway-any-method': { ...integration('http://a/old'), deprecated: true } },
    },
    components: {
      schemas: { Pet: { type: 'object', properties: { id: { type: 'integer' } } } },
      securitySchemes: { guard: { type: 'apiKey' } },
    },
    'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: { statusCode: 418 } },
    'x-amazon-apigateway-binary-media-types': ['image/png'],
  };
  expect(printChanges(apiChanges(before, after))).toBe(
    [
      '~ GET /pets',
      '    integration.uri: "http://a/pets" -> "http://b/pets"',
      '- DELETE /pets',
      '~ ANY /old',
      '    deprecated: true is new',
      '~ model Pet',
      '    properties.id.type: "string" -> "integer"',
      '~ the API',
      '    info.title: "pets" -> "all pets"',
      '    binary-media-types: ["image/png"] is new',
      '+ POST /pets',
      '+ authorizer guard',
      '+ gateway response DEFAULT_4XX',
      '',
    ].join('\n'),
  );
});

it('a long value is cut in words', () => {
  const [change] = apiChanges({ info: { description: 'a' } }, { info: { description: 'b'.repeat(500) } });
  expect(printChanges([change ?? { kind: 'added', subject: '', details: [] }])).toMatch(/"a" -> "b{99}\.\.\.\n$/);
});
