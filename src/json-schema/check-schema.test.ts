import { describe, expect, it } from 'vitest';
import { checkSchema, flattenSchema } from './index.ts';

describe('checkSchema', () => {
  it('finds words that draft 4 does not have, wherever they stand (aws-cdk issue 14585: `$id`)', () => {
    const schema = { $id: 'x', properties: { const: { const: 1 }, b: { items: [{ if: {}, $id: 'y' }] } } };
    expect(checkSchema(schema)).toMatchObject({
      unsupportedKeywords: ['$id', 'const', 'if'],
      unsupported: ['/$id', '/properties/const/const', '/properties/b/items/0/if', '/properties/b/items/0/$id'],
      malformed: [],
    });
  });

  // aws-cdk issues 27433 (an empty `required`) and 18715 (an `enum` that repeats itself): AWS refuses both.
  it.each([
    [{ required: [] }, ['/required']],
    [{ properties: { a: { enum: ['A', 'A'] } } }, ['/properties/a/enum']],
    [{ exclusiveMaximum: true }, ['/exclusiveMaximum']],
    [{ pattern: '(' }, ['/pattern']],
    [{ properties: { 'a/b': { type: 'text' } } }, ['/properties/a~1b/type']],
    [{ properties: { a: true } }, ['/properties/a', '/properties']],
    [[], ['']],
    ['text', ['']],
    [null, ['']],
  ])('finds what is malformed in %j', (schema, malformed) => {
    expect(checkSchema(schema).malformed).toEqual(malformed);
  });

  it('takes `xml`, which OpenAPI has and draft 4 has not, and lists references', () => {
    const schema = {
      xml: { name: 'pet' },
      items: { $ref: '#/definitions/a' },
      definitions: { a: { $ref: 'https://b' } },
    };
    expect(checkSchema(schema)).toEqual({
      unsupportedKeywords: [],
      unsupported: [],
      malformed: [],
      references: [
        { at: '/items/$ref', to: '#/definitions/a' },
        { at: '/definitions/a/$ref', to: 'https://b' },
      ],
    });
  });

  it('refuses what is nested too deeply, in schemas and in values', () => {
    const deep = (text: string) => JSON.parse(text) as unknown;
    expect(checkSchema(deep(`${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`)).malformed).toEqual(['']);
    expect(checkSchema(deep(`{"default":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).malformed).toEqual(['']);
  });
});

// API reference, `GetModel.flatten`: all external references resolved.
describe('flattenSchema', () => {
  const url = (name: string) => `https://apigateway.amazonaws.com/restapis/abc/models/${name}`;
  const nameOf = (asked: string) => /\/models\/(\w+)$/.exec(asked)?.[1];
  const models = new Map<string, Record<string, unknown>>([
    [
      'Bin',
      {
        type: 'object',
        properties: { kind: { $ref: '#/definitions/Kind' } },
        definitions: { Kind: { $ref: url('Kind') } },
      },
    ],
    ['Kind', { type: 'string' }],
    ['Tree', { properties: { child: { $ref: url('Tree') }, self: { $ref: '#' } } }],
  ]);
  const flatten = (schema: Record<string, unknown>) => flattenSchema(schema, nameOf, (name) => models.get(name));

  it('takes in what is referred to, and what that refers to', () => {
    expect(flatten({ items: { $ref: url('Bin') }, definitions: { own: {} } })).toEqual({
      items: { $ref: '#/definitions/Bin' },
      definitions: {
        own: {},
        Bin: {
          type: 'object',
          properties: { kind: { $ref: '#/definitions/Bin/definitions/Kind' } },
          definitions: { Kind: { $ref: '#/definitions/Kind' } },
        },
        Kind: { type: 'string' },
      },
    });
  });

  it('ends with models that refer to themselves, and leaves what it does not know', () => {
    expect(flatten({ a: { $ref: url('Tree') }, b: { $ref: 'https://x/models/No' }, c: { $ref: '#/a' } })).toEqual({
      a: { $ref: '#/definitions/Tree' },
      b: { $ref: 'https://x/models/No' },
      c: { $ref: '#/a' },
      definitions: {
        Tree: { properties: { child: { $ref: '#/definitions/Tree' }, self: { $ref: '#/definitions/Tree' } } },
      },
    });
  });
});
