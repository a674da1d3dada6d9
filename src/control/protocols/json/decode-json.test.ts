import { describe, expect, it } from 'vitest';
import type { Member, Shape } from '../../schema/index.ts';
import { SerializationError } from '../serialization-error.ts';
import { decodeJson } from './decode-json.ts';
import { jsonNames, memberNames } from './json-names.ts';

function member(name: string, shape: Shape, traits: Member['traits'] = {}): Member {
  return { name, shape, traits, required: false };
}

const STRING: Shape = { kind: 'string' };
const LIST: Shape = { kind: 'list', member: member('member', STRING) };
const MAP: Shape = { kind: 'map', key: member('key', STRING), value: member('value', { kind: 'number' }) };

const decode = (shape: Shape, text: string): unknown => decodeJson(shape, JSON.parse(text), memberNames);

describe('decodeJson', () => {
  it('leaves unknown and null members out and renames only where names are JSON’s', () => {
    const shape: Shape = {
      kind: 'structure',
      name: 'S',
      members: [member('items', LIST, { jsonName: 'item' }), member('other', STRING)],
    };
    const text = '{"item":["a"],"items":["b"],"other":null,"more":1}';
    expect(decode(shape, text)).toEqual({ items: ['b'] });
    expect(decodeJson(shape, JSON.parse(text), jsonNames)).toEqual({ items: ['a'] });
  });

  it('never takes a member from the prototype, nor puts a key there', () => {
    const shape: Shape = { kind: 'structure', name: 'S', members: [member('toString', STRING)] };
    expect(decode(shape, '{}')).toEqual({});
    const map = decode(MAP, '{"__proto__":1}');
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
    expect(Object.entries(map ?? {})).toEqual([['__proto__', 1]]);
  });

  // Texts: recorded on DynamoDB (dynalite) and Athena.
  it.each([
    [STRING, '1', 'NUMBER_VALUE can not be converted to a String'],
    [STRING, 'false', 'FALSE_VALUE can not be converted to a String'],
    [STRING, '["a"]', 'Start of list found where not expected'],
    [STRING, '{}', 'Start of structure or map found where not expected.'],
    [LIST, '"a"', 'Unexpected field type'],
    [MAP, '[]', 'Start of list found where not expected'],
    [LIST, '["a",null]', 'A list or map holds null'],
    [{ kind: 'number' } as const, '"7"', 'STRING_VALUE can not be converted to a Number'],
    [{ kind: 'boolean' } as const, '"true"', 'STRING_VALUE can not be converted to a Boolean'],
    [{ kind: 'blob' } as const, '"a*"', 'STRING_VALUE is not valid base64'],
    [{ kind: 'timestamp' } as const, '"soon"', 'Could not parse timestamp: soon'],
  ])('refuses for %o the value %s', (shape, text, message) => {
    expect(() => decode(shape, text)).toThrow(new SerializationError(message));
  });

  it('reads numbers that JSON cannot write', () => {
    expect(decode({ kind: 'number' }, '"-Infinity"')).toBe(Number.NEGATIVE_INFINITY);
    expect(decode({ kind: 'number' }, '"NaN"')).toBeNaN();
  });

  it('bounds the depth of shapes that contain themselves, and of documents', () => {
    const recursive: { kind: 'list'; member: Member } = { kind: 'list', member: member('member', STRING) };
    recursive.member = member('member', recursive);
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(decode(recursive, nested(90))).toEqual(JSON.parse(nested(90)));
    expect(() => decode(recursive, nested(200))).toThrow('nested too deeply');
    expect(decode({ kind: 'document' }, nested(90))).toEqual(JSON.parse(nested(90)));
    expect(() => decode({ kind: 'document' }, nested(5000))).toThrow('nested too deeply');
  });
});
