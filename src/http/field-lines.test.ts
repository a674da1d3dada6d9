import { expect, it } from 'vitest';
import { FieldLines, FieldName, listOf } from './field-lines.ts';

it('holds fields as they go over the wire (RFC 9112 section 5)', () => {
  const fields = new FieldLines();
  expect(fields.text).toBe('');
  fields.pass(new FieldName('Accept'), 'text/html, */*;q=0.1');
  fields.add('X-Empty', '');
  fields.add('x-ratio', 'a: b');
  expect(fields.text).toBe('Accept: text/html, */*;q=0.1\r\nX-Empty: \r\nx-ratio: a: b\r\n');
  expect(listOf(fields)).toEqual(['Accept', 'text/html, */*;q=0.1', 'X-Empty', '', 'x-ratio', 'a: b']);
});

// RFC 9110 sections 5.1 and 5.5.
it.each([
  ['X-A', 'one\r\nX-B: two'],
  ['X-A', 'nul\0'],
  ['X-A', 'snow\u2603'],
  ['X A', 'v'],
  ['', 'v'],
  ['X-A: b\r\nX-C', 'v'],
])('takes nothing in that would be read as something else: %j %j', (name, value) => {
  const fields = new FieldLines();
  expect(() => fields.add(name, value)).toThrow(TypeError);
  expect(fields.text).toBe('');
});

it('leaves a list alone', () => {
  const list = ['A', 'b'];
  expect(listOf(list)).toBe(list);
});
