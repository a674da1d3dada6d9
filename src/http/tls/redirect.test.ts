import { describe, expect, it } from 'vitest';
import { redirectTarget } from './redirect.ts';

const ask = (target: string, host: string, httpsPort = 8443): unknown => {
  const redirect = redirectTarget({ target, headers: ['Accept', '*/*', 'hOsT', host] }, httpsPort);
  return redirect.kind === 'redirect' ? redirect.location : redirect.kind;
};

describe('from the plain port to the encrypted one', () => {
  it.each([
    ['/', 'a.example', 443, 'https://a.example/'],
    ['/', 'a.example:80', 443, 'https://a.example/'],
    ['/prod/users?a=1&a=%20', 'a.example:8080', 8443, 'https://a.example:8443/prod/users?a=1&a=%20'],
    ['/a%2Fb//c', '127.0.0.1', 8443, 'https://127.0.0.1:8443/a%2Fb//c'],
    ['//evil.example/', '[::1]:8080', 8443, 'https://[::1]:8443//evil.example/'],
    ['http://b.example:80/x?y', 'a.example', 443, 'https://b.example/x?y'],
  ])('%s at %s keeps path and query as received', (target, host, httpsPort, location) => {
    expect(ask(target, host, httpsPort)).toBe(location);
  });

  it('lets challenges of certificate authorities through (RFC 8555 section 8.3)', () => {
    expect(ask('/.well-known/acme-challenge/token', 'a.example')).toBe('challenge');
    expect(ask('http://a.example/.well-known/acme-challenge/token', 'a.example')).toBe('challenge');
    expect(ask('/x/.well-known/acme-challenge/token', 'a.example')).toMatch(/^https:/);
  });

  it.each([
    ['a Host with a path', '/', 'a.example/evil'],
    ['a Host with user information', '/', 'user@a.example'],
    ['an empty Host', '/', ''],
    ['a Host with a space', '/', 'a example'],
    ['a Host that is a port', '/', ':8080'],
    ['a backslash', '/', 'a.example\\evil'],
    ['the asterisk form', '*', 'a.example'],
    ['the authority form', 'a.example:443', 'a.example'],
    ['a fragment', '/a#b', 'a.example'],
    ['another scheme', 'ftp://a.example/', 'a.example'],
  ])('finds no way for %s', (_name, target, host) => {
    expect(ask(target, host)).toBe('malformed');
  });

  it('finds no way without a Host or with two (RFC 9112 section 3.2)', () => {
    expect(redirectTarget({ target: '/', headers: [] }, 443).kind).toBe('malformed');
    expect(redirectTarget({ target: '/', headers: ['Host', 'a', 'Host', 'b'] }, 443).kind).toBe('malformed');
  });
});
