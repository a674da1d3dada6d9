import { describe, expect, it } from 'vitest';
import { compileJsonSchema, type JsonObject, SchemaReferenceError } from './index.ts';

const validate = (schema: JsonObject, value: unknown) => compileJsonSchema(schema)(value);

// The words are those of json-schema-validator 2.2 (its validation.properties), which AWS's answers show; the cases are draft 4's.
describe('each keyword fails in the words of AWS’s validator', () => {
  it.each<[JsonObject, unknown, string]>([
    [
      { type: ['integer', 'null'] },
      'x',
      'instance type (string) does not match any allowed primitive type (allowed: ["integer","null"])',
    ],
    [
      { type: 'number' },
      true,
      'instance type (boolean) does not match any allowed primitive type (allowed: ["integer","number"])',
    ],
    [{ enum: ['dog', 'cat'] }, 'bird', 'instance value ("bird") not found in enum (possible values: ["dog","cat"])'],
    [{ required: ['name', 'price'] }, {}, 'object has missing required properties (["name","price"])'],
    [
      { properties: { a: {} }, additionalProperties: false },
      { c: 1, a: 1, b: 1 },
      'object instance has properties which are not allowed by the schema: ["b","c"]',
    ],
    [{ maxLength: 2 }, 'abc', 'string "abc" is too long (length: 3, maximum allowed: 2)'],
    [{ minLength: 2 }, '\u{1F600}', 'string "\u{1F600}" is too short (length: 1, required minimum: 2)'],
    [{ pattern: '^a+$' }, 'ab', 'ECMA 262 regex "^a+$" does not match input string "ab"'],
    [{ maximum: 500 }, 501, 'numeric instance is greater than the required maximum (maximum: 500, found: 501)'],
    [{ minimum: 25 }, 24.5, 'numeric instance is lower than the required minimum (minimum: 25, found: 24.5)'],
    [{ maximum: 5, exclusiveMaximum: true }, 5, 'numeric instance is not strictly lower than the required maximum 5'],
    [{ minimum: 5, exclusiveMinimum: true }, 5, 'numeric instance is not strictly greater than the required minimum 5'],
    [{ multipleOf: 0.1 }, 0.25, 'remainder of division is not zero (0.25 / 0.1)'],
    [{ minItems: 2 }, [1], 'array is too short: must have at least 2 elements but instance has 1 elements'],
    [{ maxItems: 1 }, [1, 2], 'array is too long: must have at most 1 elements but instance has 2 elements'],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      'array must not contain duplicate elements',
    ],
    [
      { items: [{}], additionalItems: false },
      [1, 2],
      'schema only allows 1 elements in array but instance has 2 elements',
    ],
    [{ maxProperties: 0 }, { a: 1 }, 'object has too many properties (found 1 but schema requires at most 0)'],
    [{ minProperties: 1 }, {}, 'object has too few properties (found 0 but schema requires at least 1)'],
    [
      { dependencies: { a: ['b', 'c'] } },
      { a: 1, b: 1 },
      'property "a" of object has missing property dependencies (schema requires ["b","c"]; missing: ["c"])',
    ],
    [
      { allOf: [{ minimum: 1 }, { minimum: 3 }] },
      2,
      'instance failed to match all required schemas (matched only 1 out of 2)',
    ],
    [{ anyOf: [{ minimum: 3 }, { type: 'null' }] }, 2, 'instance failed to match at least one required schema among 2'],
    [
      { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
      2,
      'instance failed to match exactly one schema (matched 2 out of 2)',
    ],
    [{ not: {} }, 2, 'instance matched a schema which it should not have'],
    [{ format: 'email' }, 'a@', 'string "a@" is not a valid email address'],
    [{ format: 'ipv4' }, '1.2.3', 'string "1.2.3" is not a valid IPv4 address'],
    [{ format: 'ipv6' }, '1::g', 'string "1::g" is not a valid IPv6 address'],
    [{ format: 'hostname' }, '-a', 'string "-a" is not a valid hostname'],
    [{ format: 'uri' }, '/a', 'string "/a" is not a valid URI'],
    [{ format: 'regex' }, '(', 'string "(" is not a valid ECMA 262 regular expression'],
    [
      { format: 'date-time' },
      '2023-02-29T00:00:00Z',
      "string \"2023-02-29T00:00:00Z\" is invalid against requested date format(s) [yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]",
    ],
  ])('%j refuses %j', (schema, value, failure) => {
    expect(validate(schema, value)).toEqual([failure]);
  });

  it('all at once, but members only of what is itself in order', () => {
    const schema = {
      type: 'object',
      required: ['name', 'type'],
      properties: { name: { type: 'string', maxLength: 1 }, age: { type: 'integer', minimum: 0, multipleOf: 2 } },
    };
    expect(validate(schema, { name: 12 })).toEqual(['object has missing required properties (["type"])']);
    expect(validate(schema, { name: 'ab', type: 1, age: -1 })).toEqual([
      'string "ab" is too long (length: 2, maximum allowed: 1)',
      'remainder of division is not zero (-1 / 2)',
      'numeric instance is lower than the required minimum (minimum: 0, found: -1)',
    ]);
  });
});

describe('references', () => {
  // Guide, "Working with models and mapping templates": the grocery store with a `Bin` of its own, and of another model.
  const bin = { type: 'object', properties: { price: { type: 'number' } } };

  it('are JSON pointers into the document, escaped ones too (RFC 6901 section 6)', () => {
    const schema = {
      properties: { bins: { type: 'array', items: { $ref: '#/definitions/a~1b%25' } } },
      definitions: { 'a/b%': bin },
    };
    expect(validate(schema, { bins: [{ price: 1 }] })).toEqual([]);
    expect(validate(schema, { bins: [{ price: 'x' }] })).toHaveLength(1);
  });

  it('are URLs, whose own references are relative to what is there', () => {
    const url = 'https://apigateway.amazonaws.com/restapis/fugvjdxtri/models/Bin';
    const other = { properties: { Bin: { $ref: '#/definitions/Bin' } }, definitions: { Bin: bin } };
    const resolve = (asked: string) => (asked === url ? other : undefined);
    const check = (ref: string) => compileJsonSchema({ items: { $ref: ref } }, resolve);
    expect(check(url)([{ Bin: { price: 'x' } }])).toHaveLength(1);
    expect(check(`${url}#/definitions/Bin`)([{ price: 'x' }])).toHaveLength(1);
    expect(() => check('https://example.com/x')).toThrow(SchemaReferenceError);
    expect(() => check('#/definitions/no')).toThrow(SchemaReferenceError);
    expect(() => check('#anchor')).toThrow(SchemaReferenceError);
  });

  it('may lead back, and hide every other keyword beside them', () => {
    const tree = { type: 'object', properties: { child: { $ref: '#', type: 'string' } } };
    expect(validate(tree, { child: { child: {} } })).toEqual([]);
    expect(validate(tree, { child: { child: 1 } })).toHaveLength(1);
  });
});

// Issue 5, "Hostile input": bounded time and memory.
describe('a hostile document is refused in bounded time', () => {
  const refusedWithin = (ms: number, schema: JsonObject, value: unknown) => {
    const check = compileJsonSchema(schema);
    const start = performance.now();
    const failures = check(value);
    expect(failures.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(ms);
  };
  const nested = (depth: number): unknown => JSON.parse(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`);

  it('for a pattern that would backtrack for ever', () => {
    refusedWithin(5_000, { pattern: '^(a+)+$' }, `${'a'.repeat(40)}b`);
    refusedWithin(5_000, { items: { pattern: '^(a+)+$' } }, Array(1000).fill(`${'a'.repeat(15)}b`));
  });

  it('for alternatives that multiply with depth', () => {
    const twice = {
      anyOf: [{ properties: { a: { $ref: '#/definitions/x' } } }, { items: { $ref: '#/definitions/x' } }],
    };
    const schema = { $ref: '#/definitions/x', definitions: { x: { allOf: [twice, twice, twice] } } };
    refusedWithin(
      10_000,
      { allOf: [schema.definitions.x, { type: 'null' }], definitions: schema.definitions },
      nested(60),
    );
  });

  it('for depth, and for a schema that goes round without getting on', () => {
    refusedWithin(2_000, { uniqueItems: true }, [nested(100_000), 1]);
    refusedWithin(2_000, { enum: [1] }, nested(100_000));
    refusedWithin(2_000, { $ref: '#/definitions/a', definitions: { a: { $ref: '#/definitions/a' } } }, {});
    refusedWithin(2_000, { properties: { a: { $ref: '#' } }, items: { $ref: '#' } }, nested(100_000));
  });

  it('for a million items that must be different or of another type', () => {
    refusedWithin(10_000, { uniqueItems: true }, [...Array(1_000_000).keys(), 7]);
    const failures = compileJsonSchema({ items: { type: 'string' } })([...Array(1_000_000).keys()]);
    expect(failures).toHaveLength(100);
  });
});

it('draft 4 counts patterns as ECMA 262 does: anywhere, `$` being the very end (validation, section 3.3)', () => {
  const matches = (pattern: string, text: string) => validate({ pattern }, text).length === 0;
  expect(matches('b', 'abc')).toBe(true);
  expect(matches('^a$', 'a\n')).toBe(false);
  expect(matches('^[[&&a]$', '&')).toBe(true);
  expect(matches('^[^]$', '\n')).toBe(true);
  expect(matches('^(?=.*[A-Z])(?=.*\\d).{8,}$', 'Passw0rd')).toBe(true);
  expect(matches('^\\$[$]$', '$$')).toBe(true);
});
