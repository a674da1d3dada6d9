import { expect, test } from 'vitest';
import type { DocumentationPartLocation } from '../../../../src/model/documentation/index.ts';
import { documentationOf } from './documented.ts';

const response = (path: string, method: string, statusCode: string): DocumentationPartLocation => ({
  type: 'RESPONSE',
  path,
  method,
  statusCode,
});
const broad = { id: 'broad', location: response('/', '*', '*'), properties: '{}' };
const close = { id: 'close', location: response('/pets', 'GET', '200'), properties: '{}' };

// Which part counts is tested beside `partOf`; guide, "Inherit content from an API entity of more general specifications".
test('gives every entity its own part and the one that it would have without, and lists the parts of none', () => {
  const entities = [response('/pets', 'GET', '200'), response('/toys', 'GET', '200'), { type: 'API' } as const];
  const { all } = documentationOf(entities, [broad, close]);
  expect(all.map(({ own, inherited }) => [own?.id, inherited?.id])).toEqual([
    ['close', 'broad'],
    [undefined, 'broad'],
    [undefined, undefined],
    ['broad', undefined],
  ]);
});

test('is quick with thousands of entities and parts', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => response(`/r${at}`, 'GET', '200'));
  const parts = many.slice(0, 1_000).map((location, at) => ({ id: `p${at}`, location, properties: '{}' }));
  const startedAtMs = performance.now();
  expect(documentationOf(many, parts).all).toHaveLength(5_000);
  expect(performance.now() - startedAtMs).toBeLessThan(5_000);
});
