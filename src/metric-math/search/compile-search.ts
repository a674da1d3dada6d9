import { MetricMathError } from '../errors.ts';
import { METRIC_MATH_LIMITS } from '../limits.ts';
import { readTerms, type Term } from './read-terms.ts';
import { partialMatch, searchable } from './tokens.ts';

/** A metric, as far as one can search for it. */
export interface SearchableMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
}

type Matcher = (metric: SearchableMetric) => boolean;

/**
 * Reads what stands in `SEARCH('...')` (user guide, "CloudWatch search expression syntax"): a metric schema in braces, terms
 * that match in part or, in double quotes, exactly, with `AND`, `OR`, `NOT` and parentheses.
 * @throws {MetricMathError}
 */
export function compileSearch(query: string): Matcher {
  if (query.length > METRIC_MATH_LIMITS.searchLength) {
    throw new MetricMathError(`The search expression is longer than ${METRIC_MATH_LIMITS.searchLength} characters`, 0);
  }
  const { schema, term } = readTerms(query);
  const matchers = [...(schema ? [schemaMatcher(schema)] : []), ...(term ? [termMatcher(term)] : [])];
  return (metric) => matchers.every((matches) => matches(metric));
}

/** The namespace, and exactly these dimensions where there are any. */
function schemaMatcher([namespace, ...names]: readonly string[]): Matcher {
  return (metric) =>
    metric.namespace === namespace &&
    (names.length === 0 || names.length === metric.dimensions.length) &&
    names.every((name) => metric.dimensions.some((dimension) => dimension.name === name));
}

function termMatcher(term: Term): Matcher {
  switch (term.kind) {
    case 'and':
      return every(term.terms.map(termMatcher));
    case 'or':
      return some(term.terms.map(termMatcher));
    case 'not': {
      const matches = termMatcher(term.term);
      return (metric) => !matches(metric);
    }
    default: {
      const matches = textMatcher(term.text, term.isExact);
      const { property } = term;
      return (metric) => textsOf(metric, property).some(matches);
    }
  }
}

function every(matchers: readonly Matcher[]): Matcher {
  return (metric) => matchers.every((matches) => matches(metric));
}

function some(matchers: readonly Matcher[]): Matcher {
  return (metric) => matchers.some((matches) => matches(metric));
}

function textMatcher(text: string, isExact: boolean): (found: string) => boolean {
  if (isExact) return (found) => found === text;
  const matches = partialMatch(text);
  return (found) => matches(searchable(found));
}

function textsOf({ namespace, metricName, dimensions }: SearchableMetric, property: string | undefined): string[] {
  if (property === undefined) {
    return [namespace, metricName, ...dimensions.flatMap(({ name, value }) => [name, value])];
  }
  if (property === 'MetricName') return [metricName];
  if (property === 'Namespace') return [namespace];
  return dimensions.filter(({ name }) => name === property).map(({ value }) => value);
}
