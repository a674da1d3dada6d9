import { describe, expect, it } from 'vitest';
import { readMappingSource, readRequestParameter, readResponseHeader } from './mapping-expressions.ts';

// Forms of features A6.8 and facts D23, D24 (guide page request-response-data-mappings).
describe('readMappingSource', () => {
  it.each([
    ["'*'", { kind: 'static' }],
    ["''", { kind: 'static' }],
    ['context.requestId', { kind: 'context' }],
    ['context.authorizer.principalId', { kind: 'context' }],
    ['stageVariables.url', { kind: 'stageVariable' }],
    ['method.request.body', { kind: 'methodRequestBody' }],
    ['method.request.body.pets[0].name', { kind: 'methodRequestBody' }],
    ['method.request.path.petId', { kind: 'methodRequest', location: 'path', name: 'petId' }],
    ['method.request.multivaluequerystring.q', { kind: 'methodRequest', location: 'multivaluequerystring', name: 'q' }],
    ['method.request.header.X-Foo', { kind: 'methodRequest', location: 'header', name: 'X-Foo' }],
    ['integration.response.header.Location', { kind: 'integrationResponseHeader', name: 'Location' }],
    ['integration.response.multivalueheader.Set-Cookie', { kind: 'integrationResponseHeader', name: 'Set-Cookie' }],
    ['integration.response.body.errorMessage', { kind: 'integrationResponseBody' }],
  ])('reads %s', (expression, source) => {
    expect(readMappingSource(expression)).toEqual(source);
  });

  it.each([
    '*',
    '"*"',
    'test-value',
    "'a'b'",
    "'Content-Type',Authorization",
    'true',
    'method.request.cookie.x',
    'context.',
    'stageVariables.a b',
    'method.request.bodyx',
    '',
  ])('takes %s for no expression', (expression) => {
    expect(readMappingSource(expression)).toBeUndefined();
  });
});

describe('parameter names', () => {
  it('tells the sides of a request apart', () => {
    expect(readRequestParameter('integration.request.querystring.page', 'integration')).toEqual({
      location: 'querystring',
      name: 'page',
    });
    expect(readRequestParameter('method.request.querystring.page', 'integration')).toBeUndefined();
  });
  it('reads the header of a response', () => {
    expect(readResponseHeader('method.response.header.X')).toBe('X');
    expect(readResponseHeader('method.response.body.X')).toBeUndefined();
  });
});
