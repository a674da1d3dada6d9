import { describe, expect, it } from 'vitest';
import type { CustomDomain, RoutingRule } from '../../model/index.ts';
import { compileDomain } from './compile-domain.ts';

// The tables of guide pages rest-api-routing-rules and rest-api-routing-rules-examples.

type Condition = string | readonly [header: string, valueGlob: string];

/** A rule that leads to an API of its own name. */
function rule(id: string, priority: number, conditions: readonly Condition[], strip = false): RoutingRule {
  return {
    RoutingRuleId: id,
    RoutingRuleArn: '',
    Priority: priority,
    Conditions: conditions.map((condition) =>
      typeof condition === 'string'
        ? { MatchBasePaths: { AnyOf: [condition] } }
        : { MatchHeaders: { AnyOf: [{ Header: condition[0], ValueGlob: condition[1] }] } },
    ),
    Actions: [{ InvokeApi: { ApiId: `api of ${id}`, Stage: 'prod', StripBasePath: strip } }],
  };
}

function route(rules: readonly RoutingRule[], change: Partial<CustomDomain>, path: string, headers: readonly string[]) {
  const domain: CustomDomain = {
    scope: { accountId: '1', region: 'us-east-1' },
    revision: 1,
    domainName: 'petstore.example.com',
    routingMode: 'ROUTING_RULE_ONLY',
    minTlsVersion: 'TLSv1.2',
    mappings: [],
    rules,
    ...change,
  };
  return compileDomain(domain).match(path, headers);
}

describe('the rule with the lowest priority whose conditions all hold (fact D151)', () => {
  const rules = [
    rule('abc123', 10, [['Hello', 'World']]),
    rule('zzz000', 50, [['Accept', 'image/webp'], ['Pet', 'Dog-*'], 'PetStoreShopper']),
    rule('efg456', 100, []),
  ];
  it.each([
    ['/', ['Hello', 'World'], 'abc123'],
    ['/PetStoreShopper', ['Hello', 'World', 'Pet', 'Dog-Bella', 'Accept', 'image/webp'], 'abc123'],
    ['/PetStoreShopper', ['Pet', 'Dog-Bella', 'Accept', 'image/webp'], 'zzz000'],
    ['/PetStoreShopper', ['Pet', 'Dog-Bella'], 'efg456'],
    ['/', ['hello', 'World'], 'abc123'],
    ['/', ['Hello', 'world'], 'efg456'],
  ])('%s with %j: %s', (path, headers, ruleId) => {
    expect(route(rules, {}, path, headers)).toMatchObject({ ruleId, apiId: `api of ${ruleId}`, stage: 'prod' });
  });

  it('on a wildcard domain name may ask for the host', () => {
    const byHost = [rule('abc123', 10, [['Host', 'a.example.com']]), rule('efg456', 500, [])];
    const ruleOf = (host: string) => route(byHost, { domainName: '*.example.com' }, '/', ['host', host])?.ruleId;
    expect([ruleOf('a.example.com'), ruleOf('testing.example.com')]).toEqual(['abc123', 'efg456']);
  });
});

describe('wildcards in header values (fact D151)', () => {
  const values = ['account', 'alpha', 'backup', 'beta', 'users'];
  it.each<[readonly string[], readonly string[]]>([
    [['a*'], ['account', 'alpha']],
    [['*a'], ['alpha', 'beta']],
    [['*a*'], ['account', 'alpha', 'backup', 'beta']],
    [
      ['*a*', '*b*'],
      ['backup', 'beta'],
    ],
    [['b*', '*a'], ['beta']],
    [['*'], values],
    [['users'], ['users']],
  ])('%j', (globs, expected) => {
    const rules = [
      rule(
        'r',
        1,
        globs.map((glob) => ['x-version', glob] as const),
      ),
    ];
    expect(values.filter((value) => route(rules, {}, '/', ['X-Version', value]))).toEqual(expected);
    expect(route(rules, {}, '/', [])).toBeUndefined();
  });

  it('are matched with each field of a name, not with all of them joined', () => {
    const rules = [rule('r', 1, [['Accept', '*json']])];
    expect(route(rules, {}, '/', ['Accept', 'application/json', 'Accept', 'text/xml'])).toBeDefined();
    expect(route(rules, {}, '/', ['Accept', 'application/json,text/xml'])).toBeUndefined();
  });
});

describe('a base path (fact D151)', () => {
  it.each<[string, boolean, string, string | undefined]>([
    ['PetStoreShopper/dogs', true, '/PetStoreShopper/dogs', ''],
    ['PetStoreShopper/dogs', false, '/PetStoreShopper/dogs', '/PetStoreShopper/dogs'],
    ['PetStoreShopper', true, '/PetStoreShopper/dogs', '/dogs'],
    ['PetStoreShopper', false, '/PetStoreShopper/dogs', '/PetStoreShopper/dogs'],
    ['New/Users', false, '/new/users', undefined],
    ['pets', false, '/petstore', undefined],
    ['pets', false, '/', undefined],
  ])('%s, stripped: %s, of %s leaves %s', (basePath, strip, path, rest) => {
    const found = route([rule('r', 1, [basePath], strip)], {}, path, []);
    expect(found && path.slice(found.end)).toBe(rest);
  });
});

describe('rules and mappings (fact D152)', () => {
  const change: Partial<CustomDomain> = {
    routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    mappings: [
      { apiMappingId: 'm1', basePath: 'PetStoreShopper', restApiId: 'api3', stage: 'prod' },
      { apiMappingId: 'm2', basePath: 'PetStoreShopper/cats', restApiId: 'api4', stage: 'prod' },
    ],
  };
  const rules = [
    rule('abc123', 10, [['Hello', 'World']]),
    rule('000zzz', 50, [['Accept', 'image/webp'], ['Pet', 'Dog-*'], 'PetStoreShopper']),
  ];

  it.each([
    ['/PetStoreShopper', ['Accept', 'image/webp', 'Pet', 'Cats'], 'api3'],
    ['/PetStoreShopper/cats', ['Hello', 'World'], 'api of abc123'],
    ['/PetStoreShopper/cats', [], 'api4'],
    ['/Admin', ['Pet', 'Dog-Bella'], undefined],
  ])('%s with %j leads to %s', (path, headers, apiId) => {
    expect(route(rules, change, path, headers)?.apiId).toBe(apiId);
  });

  it('count by the routing mode', () => {
    const at = (routingMode: CustomDomain['routingMode'], headers: readonly string[]) =>
      route(rules, { ...change, routingMode }, '/PetStoreShopper', headers)?.apiId;
    expect(at('BASE_PATH_MAPPING_ONLY', ['Hello', 'World'])).toBe('api3');
    expect(at('ROUTING_RULE_ONLY', [])).toBeUndefined();
    expect(at('ROUTING_RULE_ONLY', ['Hello', 'World'])).toBe('api of abc123');
  });

  it('a request shows which of both it matched, and `-` for the other (fact D153)', () => {
    expect(route(rules, change, '/PetStoreShopper/x', [])).toMatchObject({ basePath: 'PetStoreShopper', ruleId: '-' });
    expect(route(rules, change, '/', ['Hello', 'World'])).toMatchObject({ basePath: '-', ruleId: 'abc123' });
  });
});
