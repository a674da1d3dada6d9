import { describe, expect, it } from 'vitest';
import type { Resource } from '../../model/index.ts';
import { compileRouter } from './router.ts';

/** Builds a router from `{ path: verbs }`; a match is named `VERB path`. */
function router(tree: Readonly<Record<string, readonly string[]>>) {
  const resources = Object.keys(tree).map((path, index): Resource => ({ id: `r${index}`, path, resourceMethods: {} }));
  const { find } = compileRouter(
    resources,
    ({ path }) => new Map((tree[path] ?? []).map((verb) => [verb, `${verb} ${path}`])),
  );
  return (verb: string, path: string): string | undefined => find(verb, path)?.method;
}

describe('precedence (fact D3)', () => {
  const paths = ['/users/me', '/users/{id}', '/users/{proxy+}', '/{proxy+}', '/{version}/users/me'];

  it.each([paths, paths.toReversed()])('literal, then variable, then greedy, in any order of creation', (...order) => {
    const find = router(Object.fromEntries(order.map((path) => [path, ['GET']])));
    expect(find('GET', '/users/me')).toBe('GET /users/me');
    expect(find('GET', '/users/7')).toBe('GET /users/{id}');
    expect(find('GET', '/users/7/orders')).toBe('GET /users/{proxy+}');
    expect(find('GET', '/v1/users/me')).toBe('GET /{version}/users/me');
    expect(find('GET', '/v1/users/you')).toBe('GET /{proxy+}');
  });

  it('comes back from a literal that leads nowhere', () => {
    const find = router({ '/a/b/c': ['GET'], '/a/{x}/d': ['GET'] });
    expect(find('GET', '/a/b/d')).toBe('GET /a/{x}/d');
  });
});

describe('verbs', () => {
  it('falls through to the most specific greedy resource that declares the verb (fact D4)', () => {
    const find = router({
      '/': [],
      '/pets': [],
      '/pets/{id}': ['GET', 'OPTIONS'],
      '/pets/{proxy+}': ['POST'],
      '/{proxy+}': ['ANY'],
    });
    expect(find('GET', '/pets/1')).toBe('GET /pets/{id}');
    expect(find('POST', '/pets/1')).toBe('POST /pets/{proxy+}');
    expect(find('PUT', '/pets/1')).toBe('ANY /{proxy+}');
    expect(find('GET', '/pets')).toBe('ANY /{proxy+}');
  });

  it('has no method for an unknown verb or path (fact D2)', () => {
    const find = router({ '/users': ['GET'] });
    expect(find('POST', '/users')).toBeUndefined();
    expect(find('GET', '/user')).toBeUndefined();
    expect(find('GET', '/users/1')).toBeUndefined();
    expect(find('GET', '/')).toBeUndefined();
  });

  it('prefers the exact verb to ANY, which stands for seven verbs and no other (fact D5)', () => {
    const find = router({ '/a': ['ANY', 'GET'] });
    expect(find('GET', '/a')).toBe('GET /a');
    for (const verb of ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']) expect(find(verb, '/a')).toBe('ANY /a');
    for (const verb of ['TRACE', 'CONNECT', 'PROPFIND', 'get']) expect(find(verb, '/a')).toBeUndefined();
  });

  it('does not derive HEAD from GET (fact D5)', () => {
    expect(router({ '/a': ['GET'] })('HEAD', '/a')).toBeUndefined();
  });
});

describe('slashes', () => {
  const find = router({ '/': ['GET'], '/hardcoded': ['GET'], '/a/{id}': ['GET'] });

  it('ignores one at the end (fact D6)', () => {
    expect(find('GET', '/hardcoded/')).toBe('GET /hardcoded');
    expect(find('GET', '/')).toBe('GET /');
  });

  it('collapses those before the resource (fact D7, recorded: /stage//hardcoded)', () => {
    expect(find('GET', '//hardcoded')).toBe('GET /hardcoded');
  });

  it('takes no empty segment for a variable', () => {
    expect(find('GET', '/a//')).toBeUndefined();
  });
});

describe('path parameters', () => {
  const { find } = compileRouter(
    ['/{proxy+}', '/users/{id}/orders/{order}'].map((path, index) => ({ id: `${index}`, path, resourceMethods: {} })),
    () => new Map([['GET', 'method']]),
  );
  const parameters = (path: string) => ({ ...find('GET', path)?.pathParameters });

  it('are decoded (fact D8)', () => {
    expect(parameters('/users/a%2Bb%20c/orders/%C3%A9')).toEqual({ id: 'a+b c', order: 'é' });
  });

  it('keep what is not well encoded', () => {
    expect(parameters('/users/100%/orders/%zz')).toEqual({ id: '100%', order: '%zz' });
  });

  it('of a greedy resource: all the rest without the slash at its end, double slashes kept (facts D6, D7)', () => {
    expect(parameters('/test-path/')).toEqual({ proxy: 'test-path' });
    expect(parameters('/a//b/c')).toEqual({ proxy: 'a//b/c' });
  });

  it('may have any name', () => {
    const named = compileRouter([{ id: 'r', path: '/{__proto__}', resourceMethods: {} }], () => new Map([['GET', 1]]));
    expect(JSON.stringify(named.find('GET', '/x')?.pathParameters)).toBe('{"__proto__":"x"}');
  });
});

it('finds a literal in whatever spelling, so that encoding slips past nothing', () => {
  const find = router({ '/admin': ['GET'], '/{proxy+}': ['GET'] });
  expect(find('GET', '/%61dmin')).toBe('GET /admin');
});

describe('the candidates', () => {
  const tree = {
    '/users': [],
    '/users/me': ['GET'],
    '/users/{id}': ['GET', 'PUT'],
    '/users/{proxy+}': ['ANY'],
    '/{proxy+}': ['GET'],
    '/other': ['GET'],
  };
  const { candidates } = compileRouter(
    Object.keys(tree).map((path) => ({ id: path, path, resourceMethods: {} })),
    ({ path }) =>
      new Map(
        Object.entries(tree)
          .find(([key]) => key === path)?.[1]
          .map((verb) => [verb, verb]),
      ),
  );

  it('are all resources with methods that the path fits, the most specific first (fact D3)', () => {
    expect(candidates('PUT', '/users/me/')).toEqual([
      { resourcePath: '/users/me', httpMethods: ['GET'], hasVerb: false },
      { resourcePath: '/users/{id}', httpMethods: ['GET', 'PUT'], hasVerb: true },
      { resourcePath: '/users/{proxy+}', httpMethods: ['ANY'], hasVerb: true },
      { resourcePath: '/{proxy+}', httpMethods: ['GET'], hasVerb: false },
    ]);
  });

  it('of a path that nothing fits are none', () => {
    expect(candidates('GET', '/')).toEqual([]);
  });
});
