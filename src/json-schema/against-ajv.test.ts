import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSchema, compileJsonSchema, type JsonObject } from './index.ts';

const Ajv = AjvDraft04.default;

// The peer is Ajv, with its vocabulary of draft 4: over random schemas and documents both must decide alike.
const names = fc.constantFrom('a', 'b', 'c');
const scalars = fc.oneof(
  fc.constantFrom(null, true, false, '', 'a', 'ab', 'abc'),
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.5, 1.5, 2.25),
);
const documents = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  ),
})).value;

const counts = fc.integer({ min: 0, max: 3 });
const types = fc.constantFrom('array', 'boolean', 'integer', 'null', 'number', 'object', 'string');
const schemas = fc.letrec<{ schema: JsonObject }>((tie) => {
  const schema = tie('schema');
  const several = fc.array(schema, { minLength: 1, maxLength: 3 });
  const named = fc.dictionary(names, schema, { maxKeys: 3 });
  const keyword = fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })) }),
    fc.record({ enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 4, comparator: 'SameValue' }) }),
    fc.record({ minimum: fc.integer({ min: -2, max: 4 }), exclusiveMinimum: fc.boolean() }),
    fc.record({ maximum: fc.integer({ min: -2, max: 4 }), exclusiveMaximum: fc.boolean() }),
    fc.record({ multipleOf: fc.constantFrom(1, 2, 3, 0.5) }),
    fc.record({ minLength: counts, maxLength: counts }),
    fc.record({ pattern: fc.constantFrom('a', '^a', 'b$', '^[ab]*$', 'a|c', '') }),
    fc.record({ minItems: counts, maxItems: counts, uniqueItems: fc.boolean() }),
    fc.record({ minProperties: counts, maxProperties: counts }),
    fc.record({ required: fc.uniqueArray(names, { minLength: 1 }) }),
    fc.record({ items: fc.oneof(schema, several), additionalItems: fc.oneof(fc.boolean(), schema) }),
    fc.record({ properties: named, additionalProperties: fc.oneof(fc.boolean(), schema) }),
    fc.record({ patternProperties: fc.dictionary(fc.constantFrom('a', '[bc]'), schema, { maxKeys: 2 }) }),
    fc.record({
      dependencies: fc.dictionary(names, fc.oneof(schema, fc.uniqueArray(names, { minLength: 1 })), { maxKeys: 2 }),
    }),
    fc.record({ allOf: several }),
    fc.record({ anyOf: several }),
    fc.record({ oneOf: several }),
    fc.record({ not: schema }),
  );
  const merged = fc.array(keyword, { maxLength: 3 }).map((parts): JsonObject => Object.assign({}, ...parts));
  return {
    schema: fc.oneof(
      { weight: 6, arbitrary: merged },
      { weight: 1, arbitrary: fc.constant({ $ref: '#/definitions/x' }) },
    ),
  };
}).schema;

it('decides like Ajv over random schemas and documents', () => {
  // One for all: Ajv compiles its metaschema anew in each, which takes far longer than the schemas.
  const ajv = new Ajv({ strict: false });
  fc.assert(
    fc.property(schemas, fc.record({ type: types }), documents, (schema, definition, document) => {
      const whole = { ...schema, definitions: { x: definition } };
      fc.pre(!('$ref' in schema));
      const expected = ajv.compile(whole)(document);
      expect(checkSchema(whole)).toMatchObject({ malformed: [], unsupportedKeywords: [] });
      expect(compileJsonSchema(whole)(document).length === 0).toBe(expected);
    }),
    { numRuns: 400, seed: 20261127 },
  );
});

it('takes and refuses values of keywords as the metaschema does', () => {
  const values = fc.oneof(documents, schemas, fc.array(schemas, { maxLength: 2 }));
  const keywords = fc.constantFrom(
    ...[
      '$schema',
      'id',
      'title',
      'description',
      'default',
      'multipleOf',
      'maximum',
      'minimum',
      'maxLength',
      'minLength',
    ],
    ...[
      'additionalItems',
      'items',
      'maxItems',
      'minItems',
      'uniqueItems',
      'maxProperties',
      'minProperties',
      'required',
    ],
    ...[
      'additionalProperties',
      'definitions',
      'properties',
      'dependencies',
      'enum',
      'type',
      'allOf',
      'anyOf',
      'oneOf',
      'not',
    ],
    ...['exclusiveMaximum', 'exclusiveMinimum'],
  );
  const ajv = new Ajv({ strict: false });
  fc.assert(
    fc.property(keywords, values, (keyword, value) => {
      const schema = { [keyword]: value };
      const expected = ajv.validate('http://json-schema.org/draft-04/schema', schema);
      const { malformed, unsupportedKeywords } = checkSchema(schema);
      fc.pre(unsupportedKeywords.length === 0);
      expect(malformed.length === 0).toBe(expected);
    }),
    { numRuns: 1500, seed: 20261127 },
  );
});
