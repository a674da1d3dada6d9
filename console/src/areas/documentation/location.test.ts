import { expect, test } from 'vitest';
import { locationIn, partPath, placeText } from './location.ts';

test('tells a location in words', () => {
  expect(placeText({ type: 'API' })).toBe('The whole API');
  expect(placeText({ type: 'RESPONSE', path: '/', method: '*', statusCode: '*' })).toBe(
    'any method everywhere, any status',
  );
  expect(placeText({ type: 'RESPONSE_HEADER', path: '/pets', method: 'GET', statusCode: '200', name: 'X-A' })).toBe(
    'GET /pets, 200, X-A',
  );
});

test('an address leads to a location and back', () => {
  const location = { type: 'PATH_PARAMETER', path: '/pets/{id}', method: 'GET', name: 'id' } as const;
  const address = partPath('abc', location);
  expect(locationIn(new URLSearchParams(address.split('?')[1]))).toEqual(location);
  expect(locationIn(new URLSearchParams('type=METHOD&name=x'))).toEqual({ type: 'METHOD', path: '/', method: '*' });
  expect(locationIn(new URLSearchParams('type=constructor'))).toEqual({ type: 'API' });
});
