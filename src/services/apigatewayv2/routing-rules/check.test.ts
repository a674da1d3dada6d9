import { describe, expect, it } from 'vitest';
import { checkPriority, readRule } from './check.ts';

// Guide page rest-api-routing-rules, "Restrictions" (fact D151). The texts are ours.
const Actions = [{ InvokeApi: { ApiId: 'a1b2c3', Stage: 'prod' } }];
const header = (Header: string, ValueGlob: string) => ({ MatchHeaders: { AnyOf: [{ Header, ValueGlob }] } });
const basePath = (...AnyOf: readonly string[]) => ({ MatchBasePaths: { AnyOf } });
const read = (Conditions: Parameters<typeof readRule>[0]['Conditions'], Priority = 50) =>
  readRule({ Priority, Conditions, Actions });

describe('a routing rule (fact D151)', () => {
  it('is read with its defaults', () => {
    expect(read([header('Hello', 'World'), header('x-version', 'beta'), basePath('PetStoreShopper')])).toEqual({
      Priority: 50,
      Conditions: [header('Hello', 'World'), header('x-version', 'beta'), basePath('PetStoreShopper')],
      Actions: [{ InvokeApi: { ApiId: 'a1b2c3', Stage: 'prod', StripBasePath: false } }],
    });
    expect(read([]).Conditions).toEqual([]);
  });

  it.each([
    ['a third header', [header('a', '1'), header('b', '1'), header('c', '1')]],
    ['a second base path', [basePath('a'), basePath('b')]],
    ['two base paths in one condition', [basePath('a', 'b')]],
    ['a condition of nothing', [{}]],
    ['a condition of both kinds', [{ ...header('a', '1'), ...basePath('b') }]],
    [
      'two headers in one condition',
      [{ MatchHeaders: { AnyOf: [...header('a', '1').MatchHeaders.AnyOf, ...header('b', '1').MatchHeaders.AnyOf] } }],
    ],
    ['an empty list', [{ MatchHeaders: { AnyOf: [] } }]],
    ['a name of 40 characters', [header('x'.repeat(40), '1')]],
    ['a wildcard in a name', [header('x-*', '1')]],
    ['a value of 128 characters', [header('a', 'x'.repeat(128))]],
    ['an infix of 40 characters', [header('a', `*${'x'.repeat(38)}*`)]],
    ['a wildcard within', [header('a', 'x*y')]],
    ['a control character', [header('a', 'x\r\ny')]],
    ['a reserved header', [header('Authorization', 'x')]],
    ['a reserved prefix', [header('X-Amz-Date', 'x')]],
    ['a base path of 128 characters', [basePath('x'.repeat(128))]],
    ['a base path that begins with a slash', [basePath('/x')]],
    ['a dot segment', [basePath('a/..')]],
    ['an empty segment', [basePath('a//b')]],
  ])('cannot have %s', (_, conditions) => {
    expect(() => read(conditions)).toThrow(expect.objectContaining({ code: 'BadRequestException', statusCode: 400 }));
  });

  it.each([0, 1_000_001, 1.5, Number.NaN])('cannot have the priority %s', (priority) => {
    expect(() => read([], priority)).toThrow(expect.objectContaining({ code: 'BadRequestException' }));
  });

  it('has exactly one action, and a priority of its own', () => {
    for (const actions of [[], [...Actions, ...Actions]]) {
      expect(() => readRule({ Priority: 1, Conditions: [], Actions: actions })).toThrow(/exactly one action/);
    }
    const other = { ...read([]), RoutingRuleId: 'a', RoutingRuleArn: '' };
    expect(() => checkPriority({ Priority: 50 }, [other])).toThrow(expect.objectContaining({ statusCode: 409 }));
    expect(() => checkPriority({ Priority: 51 }, [other])).not.toThrow();
  });
});
