import { describe, expect, it } from 'vitest';
import { compileSearch, type SearchableMetric } from './index.ts';

const metric = (
  metricName: string,
  namespace = 'MyNamespace',
  dimensions: Record<string, string> = {},
): SearchableMetric => ({
  namespace,
  metricName,
  dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
});

/** Expected: CloudWatch user guide, "CloudWatch search expression syntax", its examples. */
describe('search expressions', () => {
  it.each([
    ['count', 'CustomCount1', true],
    ['Count', 'CustomCount1', true],
    ['COUNT', 'CustomCount1', true],
    ['couNT', 'CustomCount1', false],
    ['CustomCount', 'CustomCount1', true],
    ['Count1', 'CustomCount1', true],
    ['customcount', 'CustomCount1', false],
    ['count1', 'CustomCount1', false],
    ['customcount1', 'CustomCount1', true],
    ['sdb', 'SDBFailure', true],
    ['"CustomCount1"', 'CustomCount1', true],
    ['"customcount1"', 'CustomCount1', false],
    ['"Custom"', 'CustomCount1', false],
    ['network/errors', 'Network-Errors-2', true],
    ['Network_Errors', 'Network-Errors-2', true],
    ['"Network_Errors_2"', 'Network-Errors-2', false],
    ['"Europe\\\\France Traffic\\(Network\\)"', 'Europe\\France Traffic(Network)', true],
    ['MetricName=count', 'CustomCount1', true],
    ['Namespace=count', 'CustomCount1', false],
  ])('%s in %s: %s', (query, name, isFound) => {
    expect(compileSearch(query)(metric(name))).toBe(isFound);
  });

  it('takes a schema for exactly its dimensions', () => {
    const matches = compileSearch('{AWS/Lambda,FunctionName} MetricName="Errors"');
    expect(matches(metric('Errors', 'AWS/Lambda', { FunctionName: 'a' }))).toBe(true);
    expect(matches(metric('Errors', 'AWS/Lambda', { FunctionName: 'a', Resource: 'a' }))).toBe(false);
    expect(matches(metric('Errors', 'AWS/Lambda'))).toBe(false);
    expect(matches(metric('Throttles', 'AWS/Lambda', { FunctionName: 'a' }))).toBe(false);
  });

  it('joins terms', () => {
    const either = compileSearch(
      '{AWS/Lambda,FunctionName} MetricName="Errors" OR (MetricName="Invocations" AND (ProjectA OR ProjectB))',
    );
    expect(either(metric('Errors', 'AWS/Lambda', { FunctionName: 'x' }))).toBe(true);
    expect(either(metric('Invocations', 'AWS/Lambda', { FunctionName: 'ProjectB' }))).toBe(true);
    expect(either(metric('Invocations', 'AWS/Lambda', { FunctionName: 'x' }))).toBe(false);
    const without = compileSearch('NOT Namespace=AWS');
    expect(without(metric('Errors', 'AWS/Lambda'))).toBe(false);
    expect(without(metric('Errors', 'Mine'))).toBe(true);
  });

  it.each(['', '{AWS/EC2', 'a AND', '(a', 'a)', '"a', 'a=', '='])('refuses %s', (query) => {
    expect(() => compileSearch(query)).toThrow(/[Ii]nvalid search expression/);
  });
});
