import { describe, expect, it } from 'vitest';
import { partOf } from './inheritance.ts';
import type { DocumentationPartLocation } from './part.ts';

const parts = (...locations: DocumentationPartLocation[]) =>
  locations.map((location, index) => ({ id: `part${index + 1}`, location, properties: '{}' }));
const response = (path: string, statusCode: string, method = '*'): DocumentationPartLocation => ({
  type: 'RESPONSE',
  path,
  method,
  statusCode,
});

// Guide, "Inherit content from an API entity of more general specifications".
describe('partOf', () => {
  it('prefers the more specific path, then the status code', () => {
    const all = parts(
      response('/', '400'),
      response('/pets', '*'),
      response('/pets', '400'),
      response('/pets/{id}', '*'),
    );
    const idFor = (path: string, statusCode: string) => partOf(response(path, statusCode, 'GET'), all)?.id;
    expect(idFor('/other', '400')).toBe('part1');
    expect(idFor('/pets', '200')).toBe('part2');
    expect(idFor('/pets', '400')).toBe('part3');
    expect(idFor('/pets/{id}', '400')).toBe('part4');
    expect(idFor('/other', '200')).toBeUndefined();
  });

  it('takes prefixes by whole segments, and methods exactly', () => {
    expect(partOf(response('/petstore', '200', 'GET'), parts(response('/pets', '*')))).toBeUndefined();
    expect(partOf(response('/pets', '200', 'GET'), parts(response('/pets', '*', 'POST')))).toBeUndefined();
  });

  it('gives nothing on to methods and resources (API reference, `DocumentationPartLocation.type`)', () => {
    const broad = parts({ type: 'METHOD', path: '/', method: '*' }, { type: 'RESOURCE', path: '/' });
    expect(partOf({ type: 'METHOD', path: '/pets', method: 'GET' }, broad)).toBeUndefined();
    expect(partOf({ type: 'RESOURCE', path: '/pets' }, broad)).toBeUndefined();
    expect(partOf({ type: 'RESOURCE', path: '/' }, broad)?.id).toBe('part2');
  });
});
