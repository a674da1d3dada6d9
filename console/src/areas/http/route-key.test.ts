import { expect, it } from 'vitest';
import { compareRouteKeys, partsOf, routeKeyOf } from './route-key.ts';

// Forms of route keys: guide page http-api-develop-routes.
it('a route key is a method and a path, or the default', () => {
  expect(partsOf('GET /pets/{id}')).toEqual({ method: 'GET', path: '/pets/{id}' });
  expect(partsOf('$default')).toEqual({ method: '$default', path: '' });
  expect(routeKeyOf({ method: 'ANY', path: 'pets' })).toBe('ANY /pets');
  expect(routeKeyOf({ method: 'GET', path: '/pets' })).toBe('GET /pets');
  expect(routeKeyOf({ method: '$default', path: '/typed/before' })).toBe('$default');
});

it('routes are listed by path and method, the default last', () => {
  const keys = ['$default', 'POST /b', 'GET /b', 'ANY /a', 'GET /b/{id}'];
  expect(keys.toSorted(compareRouteKeys)).toEqual(['ANY /a', 'GET /b', 'POST /b', 'GET /b/{id}', '$default']);
});
