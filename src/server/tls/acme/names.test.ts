import { describe, expect, it } from 'vitest';
import { acmeNameProblem, directoryUrlProblem } from './names.ts';

describe('names that ACME can certify by http-01', () => {
  it.each(['api.example.com', 'a.b', 'xn--bcher-kva.example', '1.example'])('%s', (name) => {
    expect(acmeNameProblem(name)).toBeUndefined();
  });
  it.each([
    ['*.example.com', /wildcard/],
    ['10.0.0.1', /address/],
    ['::1', /address/],
    ['localhost', /host name/],
    ['API.example.com', /host name/],
    ['a..b', /host name/],
    ['-a.example', /host name/],
    ['a/b.example', /host name/],
    ['../x.example', /host name/],
    [`${'a'.repeat(64)}.example`, /host name/],
    ['', /host name/],
  ])('not %s', (name, problem) => {
    expect(acmeNameProblem(name)).toMatch(problem);
  });
});

describe('directories', () => {
  it.each(['https://acme-v02.api.letsencrypt.org/directory', 'http://127.0.0.1:14000/dir', 'http://localhost/dir'])(
    '%s is one',
    (url) => {
      expect(directoryUrlProblem(url)).toBeUndefined();
    },
  );
  it.each(['http://ca.example/dir', 'http://localhost.example/dir', 'ftp://127.0.0.1/', 'acme'])(
    '%s is none',
    (url) => {
      expect(directoryUrlProblem(url)).toBeDefined();
    },
  );
});
