import { expect, test } from 'vitest';
import { modelUrl } from './model-url.ts';
import { refersTo } from './use-model-uses.ts';

const url = modelUrl('a1', 'Pet');

test.each([
  [`{"$ref": "${url}"}`, true],
  [`{"$ref": "${url.replaceAll('/', '\\/')}"}`, true],
  [`{"$ref": "${url}#/definitions/Name"}`, true],
  [`{"$ref": "${url}s"}`, false],
  [`{"type": "object"}`, false],
])('%s refers to it: %s', (schema, isSo) => {
  expect(refersTo(schema, url)).toBe(isSo);
});
