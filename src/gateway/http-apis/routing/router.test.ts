import { describe, expect, it } from 'vitest';
import { compileRouter } from './router.ts';

const router = (...routeKeys: readonly string[]) =>
  compileRouter(routeKeys.map((routeKey) => ({ routeKey, route: routeKey })));

describe('the most specific route (fact D126)', () => {
  // The example of guide page http-api-develop-routes, "Routing API requests".
  const route = router('GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default');
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['POST', '/pets/dog/1', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('%s %s: %s', (method, path, routeKey) => expect(route(method, path)?.route).toBe(routeKey));

  it('has the verb, and a verb of its own before ANY', () => {
    const route = router('ANY /a', 'GET /a', 'POST /{x}', 'GET /a/b', 'POST /a/{x}');
    expect(route('GET', '/a')?.route).toBe('GET /a');
    expect(route('PUT', '/a')?.route).toBe('ANY /a');
    expect(route('POST', '/a/b')?.route).toBe('POST /a/{x}');
    expect(route('DELETE', '/a/b')).toBeUndefined();
  });
});

describe('variables', () => {
  it('are decoded, and greedy ones take several segments', () => {
    const route = router('GET /a/{x}/{rest+}', 'GET /{y}');
    expect(route('GET', '/a/1%202/b/c%2Fd')?.pathParameters).toEqual({ x: '1 2', rest: 'b/c/d' });
    expect(route('GET', '/%E0%A4%A')?.pathParameters).toEqual({ y: '%E0%A4%A' });
    expect(route('GET', '/a/1/')).toBeUndefined();
    expect(router('GET /a')('GET', '/a')?.pathParameters).toBeUndefined();
  });

  it('do not slow a path down that is made to be looked at in every way', () => {
    const parts = ['a', '{v}'];
    const keys = Array.from({ length: 256 }, (_, n) =>
      Array.from({ length: 8 }, (_, bit) => parts[(n >> bit) & 1]).join('/'),
    );
    const route = router(...keys.map((path) => `GET /${path}/end`));
    const started = performance.now();
    for (let n = 0; n < 100; n++) expect(route('GET', `/${'a/'.repeat(8)}nothing`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
