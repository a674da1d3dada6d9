import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json-schema/index.ts';
import { compileXmlConversion, XmlConversionError, XmlModelError } from '../index.ts';

const convert = (schema: JsonObject, name = 'book') => compileXmlConversion(schema, name, () => undefined);
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const animals = (xml?: JsonObject, itemXml?: JsonObject): JsonObject => ({
  properties: {
    animals: { type: 'array', items: { type: 'string', ...(itemXml && { xml: itemXml }) }, ...(xml && { xml }) },
  },
});

// The examples of OpenAPI 3.0.3, section 4.7.26 ("XML Object").
describe('OpenAPI’s own examples', () => {
  it.each<[string, JsonObject, unknown, string]>([
    [
      'a member',
      { properties: { animals: { type: 'string' } } },
      { animals: 'x' },
      '<book><animals>x</animals></book>',
    ],
    [
      'a member of another name',
      { properties: { animals: { type: 'string', xml: { name: 'animal' } } } },
      { animals: 'x' },
      '<book><animal>x</animal></book>',
    ],
    [
      'attribute, prefix and namespace',
      {
        type: 'object',
        properties: {
          id: { type: 'integer', xml: { attribute: true } },
          name: { type: 'string', xml: { namespace: 'http://example.com/schema/sample', prefix: 'sample' } },
        },
        xml: { name: 'Person' },
      },
      { id: 123, name: 'example' },
      '<Person id="123"><sample:name xmlns:sample="http://example.com/schema/sample">example</sample:name></Person>',
    ],
    ['a list', animals(), { animals: ['a', 'b'] }, '<book><animals>a</animals><animals>b</animals></book>'],
    [
      'a list whose own name means nothing without a wrapper',
      animals({ name: 'aliens' }, { name: 'animal' }),
      { animals: ['a', 'b'] },
      '<book><animal>a</animal><animal>b</animal></book>',
    ],
    [
      'a list that is wrapped',
      animals({ wrapped: true }),
      { animals: ['a', 'b'] },
      '<book><animals><animals>a</animals><animals>b</animals></animals></book>',
    ],
    [
      'a wrapped list with a name for its items',
      animals({ wrapped: true }, { name: 'animal' }),
      { animals: ['a', 'b'] },
      '<book><animals><animal>a</animal><animal>b</animal></animals></book>',
    ],
    [
      'a wrapped list with names for both',
      animals({ name: 'aliens', wrapped: true }, { name: 'animal' }),
      { animals: ['a'] },
      '<book><aliens><animal>a</animal></aliens></book>',
    ],
    [
      'a wrapped list with a name of its own',
      animals({ name: 'aliens', wrapped: true }),
      { animals: ['a'] },
      '<book><aliens><aliens>a</aliens></aliens></book>',
    ],
  ])('%s', (_title, schema, value, xml) => {
    const { toJson, toXml } = convert(schema);
    expect(toXml(value)).toBe(HEAD + xml);
    expect(toJson(xml)).toEqual(value);
  });
});

const order: JsonObject = {
  type: 'object',
  xml: { name: 'order', namespace: 'urn:orders' },
  required: ['lines'],
  properties: {
    id: { type: 'integer', xml: { attribute: true } },
    paid: { type: 'boolean' },
    note: { type: ['string', 'null'] },
    total: { type: 'number' },
    lines: { type: 'array', items: { type: 'object', xml: { name: 'line' }, properties: { sku: { type: 'string' } } } },
    parent: { $ref: '#' },
    tags: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

describe('a conversion', () => {
  const { toJson, toXml } = convert(order);

  it('keeps types, nulls, nested and free members, and a namespace by default', () => {
    const value = {
      id: 7,
      paid: true,
      note: null,
      total: -1.5,
      lines: [{ sku: ' a<&>"b ' }, {}],
      parent: { lines: [] },
      tags: { colour: 'red' },
    };
    const xml = toXml(value);
    expect(xml).toBe(
      `${HEAD}<order xmlns="urn:orders" id="7"><paid>true</paid><note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/><total>-1.5</total><line><sku> a&lt;&amp;&gt;"b </sku></line><line/><order xmlns="urn:orders"/><tags><colour>red</colour></tags></order>`,
    );
    expect(toJson(xml)).toEqual(value);
  });

  it('takes the document under any prefix, with space and comments between', () => {
    const xml = '<o:order xmlns:o="urn:orders">\n <!-- c --> <o:total> 1e3 </o:total>\n <o:paid>0</o:paid></o:order>';
    expect(toJson(xml)).toEqual({ total: 1000, paid: false, lines: [] });
  });

  it.each([
    ['<other xmlns="urn:orders"/>', '<other> is not <order> at /'],
    ['<order/>', '<order> is not <order> at /'],
    ['<order xmlns="urn:orders"><no/></order>', '<no> is not known at /order/no'],
    ['<order xmlns="urn:orders" no="1"/>', 'The attribute no is not known at /order'],
    ['<order xmlns="urn:orders">text</order>', 'A text between elements at /order'],
    ['<order xmlns="urn:orders"><total>1,5</total></order>', 'A value that is no number at /order/total'],
    ['<order xmlns="urn:orders"><total>1</total><total>2</total></order>', '<total> more than once at /order/total'],
    ['<order xmlns="urn:orders"><total><x/></total></order>', '<x> where a value is wanted at /order/total'],
    ['<order xmlns="urn:orders" id="x"/>', 'A value that is no integer at /order/@id'],
    [
      '<order xmlns="urn:orders" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><total xsi:nil="true"/></order>',
      'A value that may not be nil at /order/total',
    ],
  ])('refuses %s', (xml, problem) => {
    expect(() => toJson(xml)).toThrow(
      new XmlConversionError(problem.replace(/ at .*/, ''), / at (.*)/.exec(problem)?.[1] ?? ''),
    );
  });

  it.each<[unknown, string]>([
    [1, 'A value that is no object at /order'],
    [{ no: 1 }, 'The member "no" is not known at /order'],
    [{ total: '1' }, 'A value that is no number at /order/total'],
    [{ id: 1.5 }, 'A value that is no integer at /order/@id'],
    [{ lines: {} }, 'A value that is no list at /order/lines'],
    [{ note: '\u0001' }, 'A character that XML does not allow at /order/note'],
    [{ tags: { 'a b': 'x' } }, '"a b" is no name in XML at /order/tags'],
  ])('refuses %j', (value, problem) => {
    expect(() => toXml(value)).toThrow(problem);
  });

  it('ends for a value that is too deep', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) deep = { parent: deep };
    expect(() => toXml(deep)).toThrow(XmlConversionError);
  });
});

describe('a model', () => {
  it('may be a list, put together by `allOf`, and refer to others', () => {
    const schema: JsonObject = {
      type: 'array',
      xml: { name: 'pets' },
      items: {
        xml: { name: 'pet' },
        allOf: [{ $ref: '#/definitions/Named' }, { properties: { age: { type: 'integer' } } }],
      },
      definitions: { Named: { properties: { name: { type: 'string' } } } },
    };
    const { toJson, toXml } = convert(schema);
    const xml = '<pets><pet><name>Rex</name><age>3</age></pet></pets>';
    expect(toJson(xml)).toEqual([{ name: 'Rex', age: 3 }]);
    expect(toXml([{ name: 'Rex', age: 3 }])).toBe(HEAD + xml);
  });

  it.each<JsonObject>([
    { oneOf: [{ type: 'string' }] },
    { xml: { name: 'a b' } },
    { xml: { prefix: 'p' } },
    { type: 'array' },
    { $ref: '#' },
  ])('that says nothing that can be followed is refused: %j', (schema) => {
    expect(() => convert(schema).toXml([])).toThrow(XmlModelError);
  });
});

// Strict both ways means that nothing is lost: what is written is read again as what it was.
it('writes what it reads back, for any value of a model', () => {
  const { toJson, toXml } = convert(order);
  const text = fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '<', '&', '"', '\n', '\r', ']', '>') });
  const value = fc.record(
    {
      id: fc.integer(),
      paid: fc.boolean(),
      note: fc.option(text),
      total: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }).map((n) => n + 0),
      lines: fc.array(fc.record({ sku: text }, { requiredKeys: [] }), { maxLength: 3 }),
      tags: fc.dictionary(fc.constantFrom('a', 'b-c', '_d'), text, { noNullPrototype: true }),
    },
    { requiredKeys: ['lines'] },
  );
  fc.assert(
    fc.property(value, (one) => {
      expect(toJson(toXml(one))).toEqual(one);
    }),
    { numRuns: 500, seed: 20261127 },
  );
});
