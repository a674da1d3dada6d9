import { expect, test } from 'vitest';
import { schemaProblems } from './schema-problems.ts';

const around = { restApiId: 'abc', names: new Set(['Pet']) };
const placesIn = (text: string) => schemaProblems(text, around).map(({ line, column }) => [line, column]);

// The rules are those of draft 4 and of API Gateway (facts D80, D81); src/json-schema tests them.
test('says where a schema is none', () => {
  const text = [
    '{',
    '  "type": "text",',
    '  "properties": {',
    '    "a": { "required": true, "const": 1 },',
    '    "b": 7,',
    '    "c": { "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Pet" },',
    '    "d": { "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Cat#/definitions/x" },',
    '    "e": { "$ref": "Pet" }',
    '  }',
    '}',
  ].join('\n');
  expect(placesIn(text)).toEqual([
    [2, 3],
    [4, 12],
    [4, 30],
    [5, 5],
    [7, 12],
    [8, 12],
  ]);
  expect(schemaProblems(text, around)[1]?.message).toMatch(/^“required” must be a list of names/);
});

test('and where a text is no schema at all', () => {
  expect(placesIn('{"type": "object"}')).toEqual([]);
  expect(placesIn('[]')).toEqual([[1, undefined]]);
  expect(placesIn('{\n"type": }')).toEqual([[2, 9]]);
});
