import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../http/index.ts';
import type { CustomDomain } from '../../model/index.ts';
import { DomainTable } from '../domains/index.ts';
import { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import { addressOf } from './address.ts';

/** The parts of an exchange that addressing reads. */
function addressed(
  target: string,
  host: string,
  domains: readonly CustomDomain[] = [],
  headers: readonly string[] = [],
) {
  const exchange: Pick<Exchange, 'target' | 'headers'> = { target, headers: ['Host', host, ...headers] };
  const table = new DomainTable(() => new VpcEndpointTable([]));
  table.set(domains);
  return addressOf(exchange as Exchange, table);
}

describe('an API is named (features A2.1)', () => {
  it('by Host, whatever follows', () => {
    expect(addressed('/dev/users?a=1', 'abc123.execute-api.us-east-1.amazonaws.com')).toEqual({
      apiId: 'abc123',
      stageName: 'dev',
      path: '/users',
      query: 'a=1',
      domainName: 'abc123.execute-api.us-east-1.amazonaws.com',
      port: undefined,
      domain: undefined,
      vpcEndpoint: undefined,
    });
    expect(addressed('/dev', 'ABC123.Execute-API.localhost:8080')).toMatchObject({
      apiId: 'abc123',
      stageName: 'dev',
      path: '/',
      domainName: 'ABC123.Execute-API.localhost',
      port: '8080',
    });
  });

  it('by path, in both forms', () => {
    expect(addressed('/_aws/execute-api/abc/dev/users/', 'localhost')).toMatchObject({
      apiId: 'abc',
      stageName: 'dev',
      path: '/users/',
    });
    expect(addressed('/restapis/abc/dev/_user_request_/users?x', 'localhost')).toMatchObject({
      apiId: 'abc',
      stageName: 'dev',
      path: '/users',
      query: 'x',
    });
    expect(addressed('/restapis/abc/dev/_user_request_', '[::1]:80')).toMatchObject({ path: '/', domainName: '::1' });
  });

  it('by Host even when the path looks like the other form', () => {
    expect(addressed('/restapis/x/y/_user_request_/z', 'abc.execute-api.localhost')).toMatchObject({
      apiId: 'abc',
      stageName: 'restapis',
    });
  });

  it('by the authority of an absolute-form target instead of Host (RFC 9112 3.2.2)', () => {
    expect(addressed('http://abc.execute-api.localhost:81/dev?q', 'other.example')).toMatchObject({
      apiId: 'abc',
      stageName: 'dev',
      query: 'q',
      port: '81',
    });
    expect(addressed('HTTP://abc.execute-api.localhost', 'other.example')).toMatchObject({ stageName: '', path: '/' });
  });
});

describe('a VPC endpoint is named', () => {
  // Guide page apigateway-private-api-test-invoke-url.
  it('together with an API, by its alias', () => {
    expect(addressed('/test', 'ABC-VPCE-01234.Execute-API.us-west-2.amazonaws.com')).toMatchObject({
      apiId: 'abc',
      stageName: 'test',
      vpcEndpoint: { id: 'vpce-01234', isAlias: true },
    });
  });

  it.each(['vpce-01234', 'vpce-01234-abc000', 'VPCE-01234-abc000-us-west-2a'])(
    'by itself, as %s: the API by a header',
    (name) => {
      const host = `${name}.execute-api.us-west-2.vpce.amazonaws.com`;
      expect(addressed('/test', host)).toBe('forbidden');
      expect(addressed('/restapis/x', host, [], ['x-apigw-api-id', 'abc'])).toMatchObject({
        apiId: 'abc',
        stageName: 'restapis',
        vpcEndpoint: { id: 'vpce-01234', isAlias: false },
      });
    },
  );
});

describe('nobody is named', () => {
  it.each([
    ['/dev/users', 'localhost:8080'],
    ['/', 'execute-api.localhost'],
    ['/', 'a.b.execute-api.localhost'],
    ['/', 'abc.execute-api.'],
    ['/restapis/abc', 'localhost'],
    ['/restapis/abc/dev/users', 'localhost'],
    ['/restapis/abc/dev/_user_request_x', 'localhost'],
    ['/_aws/execute-api/', 'localhost'],
    ['/_aws/execute-api//dev', 'localhost'],
  ])('by %s on %s', (target, host) => {
    expect(addressed(target, host)).toBe('nobody');
  });
});

describe('what two programs could read in two ways is refused', () => {
  it.each([
    '/dev/../prod/x',
    '/dev/..',
    '/dev/./x',
    '/dev/%2e%2E/prod',
    '/dev/a%2f..%2fb',
    '/dev/..%5c..%5cx',
    '/dev/..\\x',
    '/dev/x#y',
    '*',
    'dev/users',
    'ftp://abc.execute-api.localhost/dev',
    'abc.execute-api.localhost:443',
  ])('%s', (target) => {
    expect(addressed(target, 'abc.execute-api.localhost')).toBe('malformed');
  });

  it.each(['/dev/.well-known/x', '/dev/a..b', '/dev/...', '/dev/v1.0', '/dev/x?p=../y'])('but not %s', (target) => {
    expect(addressed(target, 'abc.execute-api.localhost')).toMatchObject({ stageName: 'dev' });
  });
});
