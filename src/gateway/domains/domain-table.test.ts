import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../http/index.ts';
import type { CustomDomain } from '../../model/index.ts';
import { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import { DomainTable } from './domain-table.ts';

function domain(
  domainName: string,
  basePaths: readonly string[] = [],
  change: Partial<CustomDomain> = {},
): CustomDomain {
  return {
    scope: { accountId: '1', region: 'us-east-1' },
    revision: 1,
    domainName,
    routingMode: 'BASE_PATH_MAPPING_ONLY',
    minTlsVersion: 'TLSv1.2',
    mappings: basePaths.map((basePath) => ({ apiMappingId: 'abc123', basePath, restApiId: `api of ${basePath}` })),
    ...change,
  };
}

function tableOf(...domains: readonly CustomDomain[]): DomainTable {
  const table = new DomainTable(() => new VpcEndpointTable([]));
  table.set(domains);
  return table;
}

/** What a client of some public address finds. */
function find(table: DomainTable, hostname: string) {
  const found = table.find(hostname, { peer: { address: '192.0.2.1' } } as Exchange);
  return found === 'forbidden' ? undefined : found;
}

describe('a host name means', () => {
  const table = tableOf(domain('api.example.com'), domain('*.example.com'));
  it.each([
    ['api.example.com', 'api.example.com'],
    ['API.Example.COM', 'api.example.com'],
    ['other.example.com', '*.example.com'],
    ['a.b.example.com', undefined],
    ['example.com', undefined],
    ['.example.com', undefined],
    ['', undefined],
  ])('%s: %s', (hostname, expected) => {
    expect(find(table, hostname)?.domain.domainName).toBe(expected);
  });
});

describe('a path matches the mapping of the longest base path (fact D149)', () => {
  // The table of guide page rest-api-mappings ("Routing API requests"), and its edges.
  const example = ['(none)', 'orders/v1/items', 'orders/v2/items', 'orders/v2/items/categories'];
  it.each([
    ['/orders/v1/items', 'orders/v1/items', ''],
    ['/orders/v2/items', 'orders/v2/items', ''],
    ['/orders/v1/items/123', 'orders/v1/items', '/123'],
    ['/orders/v2/items/categories/5', 'orders/v2/items/categories', '/5'],
    ['/customers', '(none)', '/customers'],
    ['/orders/v1/items2', '(none)', '/orders/v1/items2'],
    ['/orders/v1/items/', 'orders/v1/items', '/'],
    ['/orders//v1/items', '(none)', '/orders//v1/items'],
    ['/Orders/v1/items', '(none)', '/Orders/v1/items'],
    ['/', '(none)', '/'],
  ])('%s: %s', (path, basePath, rest) => {
    const matched = find(tableOf(domain('a.test', example)), 'a.test')?.match(path, []);
    expect(matched?.basePath).toBe(basePath);
    expect(path.slice(matched?.end)).toBe(rest);
  });

  it('and none when there is no empty one, or when routing rules alone count', () => {
    expect(find(tableOf(domain('a.test', ['v1'])), 'a.test')?.match('/v2', [])).toBeUndefined();
    const byRules = domain('a.test', ['v1'], { routingMode: 'ROUTING_RULE_ONLY' });
    expect(find(tableOf(byRules), 'a.test')?.match('/v1', [])).toBeUndefined();
  });
});

describe('changes', () => {
  it('count in the order in which they were made, however they arrive', () => {
    const table = tableOf();
    table.put(domain('a.test', ['new'], { revision: 3 }));
    table.put(domain('a.test', ['old'], { revision: 2 }));
    table.remove({ domainName: 'a.test', revision: 2 });
    expect(find(table, 'a.test')?.match('/new', [])).toBeDefined();
    table.remove({ domainName: 'a.test', revision: 3 });
    expect(find(table, 'a.test')).toBeUndefined();
  });
});
