import { expect, test } from 'vitest';
import { readJson } from '../../../parts/json-editor/read-json.ts';
import { schemaProblems } from './schema-problems.ts';

const problemsIn = (text: string) => schemaProblems(readJson(text), { restApiId: 'abc', names: new Set(['Pet']) });
const placesIn = (text: string) => problemsIn(text).map(({ line, column }) => [line, column]);

// The rules are those of draft 4 and of API Gateway (facts D80, D81); src/json-schema tests them.
test('says where a schema is none', () => {
  const text = [
    '{',
    '  "type": "text",',
    '  "properties": {',
    '    "a": { "required": true, "const": 1 },',
    '    "b/c": 7,',
    '    "c": { "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Pet" },',
    '    "d": { "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Cat#/definitions/x" }',
    '  },',
    '  "allOf": [{}, { "$ref": "Pet" }]',
    '}',
  ].join('\n');
  expect(placesIn(text)).toEqual([
    [2, 11],
    [4, 24],
    [4, 39],
    [5, 12],
    [7, 20],
    [9, 27],
  ]);
  expect(problemsIn(text)[1]?.message).toMatch(/^“required” must be a list of names/);
});

test('and where a text is no schema at all', () => {
  expect(placesIn('{"type": "object"}')).toEqual([]);
  expect(placesIn('[]')).toEqual([[1, undefined]]);
});
