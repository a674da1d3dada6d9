import { describe, expect, it } from 'vitest';
import type { DomainName } from '../../../model/index.ts';
import { checkKey, readKey, refuseMixedApis } from './check.ts';

// Guide pages rest-api-mappings and http-api-mappings, "Restrictions".
const domain: DomainName = {
  domainName: 'api.example.com',
  domainNameArn: '',
  endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
  domainNameStatus: 'AVAILABLE',
  securityPolicy: 'TLS_1_2',
  routingMode: 'BASE_PATH_MAPPING_ONLY',
  tags: {},
};
const mapping = (basePath: string, restApiId = 'rest') => ({
  apiMappingId: basePath,
  basePath,
  restApiId,
  stage: 'prod',
});
const refused = (statusCode: number) => expect.objectContaining({ statusCode });

describe('the key of a mapping', () => {
  it.each([
    [undefined, '(none)'],
    ['', '(none)'],
    ['orders/v1/items', 'orders/v1/items'],
    ["$-_.+!*'()", "$-_.+!*'()"],
  ])('%s is %s', (key, basePath) => expect(readKey(key)).toBe(basePath));

  it.each(['/a', 'a/', 'a//b', 'a b', '..', 'a/../b', 'x'.repeat(301), 'a?b'])('cannot be %s', (key) => {
    expect(() => readKey(key)).toThrow(refused(400));
  });

  it('has several segments on a regional domain name of TLS 1.2 alone (fact D154)', () => {
    expect(() => checkKey(domain, mapping('a/b'), [])).not.toThrow();
    const edge: DomainName = { ...domain, endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' } };
    for (const other of [edge, { ...domain, securityPolicy: 'TLS_1_0' }]) {
      expect(() => checkKey(other, mapping('a/b'), [])).toThrow(refused(400));
      expect(() => checkKey(other, mapping('a'), [])).not.toThrow();
    }
    expect(() => checkKey(domain, mapping('a'), [mapping('a')])).toThrow(refused(409));
  });
});

it('rules do not go with mappings to both kinds of APIs (guide page rest-api-routing-rules)', async () => {
  const find = async (apiId: string) => (apiId === 'rest' ? {} : undefined);
  await expect(refuseMixedApis([mapping('a'), mapping('b')], find)).resolves.toBeUndefined();
  await expect(refuseMixedApis([mapping('a'), mapping('b', 'http')], find)).rejects.toEqual(refused(400));
});
