import { expect, it } from 'vitest';
import { convertSchema } from './schema.ts';

const convert = (schema: unknown) => convertSchema(schema, (target) => ({ $ref: `model:${target}` }));

it('drops what API Gateway does not support (features A7.7; guide page api-gateway-known-issues)', () => {
  const schema = {
    type: 'object',
    discriminator: { propertyName: 'kind' },
    example: { kind: 'x' },
    properties: {
      count: { type: 'integer', minimum: 1, exclusiveMinimum: true, nullable: true, deprecated: true },
      id: { type: 'string', readOnly: true, 'x-note': 'x' },
    },
    xml: { name: 'x' },
    contentMediaType: 'text/plain',
  };
  expect(convert(schema)).toEqual({
    type: 'object',
    properties: { count: { type: 'integer', minimum: 1 }, id: { type: 'string' } },
  });
});

it('keeps properties of those names, and data as it is', () => {
  const schema = {
    properties: {
      example: { type: 'string' },
      readOnly: { enum: [{ example: 1, $ref: '#/x' }] },
      $ref: { type: 'string' },
    },
    required: ['example'],
    default: { example: 1 },
  };
  expect(convert(schema)).toEqual(schema);
});

it('replaces references wherever schemas stand', () => {
  const reference = { $ref: '#/definitions/A', description: 'is dropped' };
  expect(convert({ allOf: [reference], items: reference, additionalProperties: reference })).toEqual({
    allOf: [{ $ref: 'model:#/definitions/A' }],
    items: { $ref: 'model:#/definitions/A' },
    additionalProperties: { $ref: 'model:#/definitions/A' },
  });
});
