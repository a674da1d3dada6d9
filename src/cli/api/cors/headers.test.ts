import { describe, expect, test } from 'vitest';
import { corsHeadersOf } from './headers.ts';

describe('the headers of a preflight’s answer', () => {
  test('name the resource’s verbs and OPTIONS', () => {
    expect(corsHeadersOf({ origin: '*', headers: 'Content-Type, X-Api-Key' }, ['POST', 'GET'])).toEqual({
      'Access-Control-Allow-Headers': 'Content-Type,X-Api-Key',
      'Access-Control-Allow-Methods': 'GET,OPTIONS,POST',
      'Access-Control-Allow-Origin': '*',
    });
  });

  test('name all seven verbs of ANY (fact D5), or those that are asked for', () => {
    const methods = (verbs: string[], asked?: string) =>
      corsHeadersOf({ origin: '*', headers: '*', ...(asked !== undefined && { methods: asked }) }, verbs)[
        'Access-Control-Allow-Methods'
      ];
    expect(methods(['ANY'])).toBe('DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT');
    expect(methods(['ANY'], 'get, put')).toBe('GET,PUT');
    expect(methods([], '*')).toBe('*');
  });

  test.each([
    [{ origin: 'example.com' }, 'example.com is no origin'],
    [{ origin: 'https://example.com/' }, 'https://example.com/ is no origin'],
    [{ origin: "https://a'b.example" }, "https://a'b.example is no origin"],
    [{ headers: "X-A,X'" }, "X' is no name of a header"],
    [{ headers: 'X-A\r\nX-B' }, 'is no name of a header'],
    [{ headers: ' , ' }, 'at least one header'],
    [{ methods: '' }, 'at least one method'],
    [{ methods: 'GET,FETCH' }, 'FETCH is no method'],
  ])('are refused for %j', (choices, message) => {
    expect(() => corsHeadersOf({ origin: '*', headers: '*', ...choices }, ['GET'])).toThrow(message);
  });
});
