import {
  type Aggregate,
  average,
  byTime,
  countAll,
  countDistinct,
  countPresent,
  distinctValues,
  maximum,
  minimum,
  mostFrequent,
  type NewAccumulator,
  percentile,
  sortsFirst,
  sortsLast,
  standardDeviation,
  sum,
  variance,
} from '../aggregates/index.ts';
import { QuerySyntaxError } from '../errors.ts';
import { QUERY_LIMITS } from '../limits.ts';
import type { Evaluate } from '../row.ts';
import type { Expression } from '../syntax/index.ts';
import { wrongArguments } from './expression.ts';
import type { Scope } from './scope.ts';

type Call = Expression & { readonly kind: 'call' };

/** Functions of one field (user guide, "Functions to use with stats"). */
const OF_ONE_FIELD: ReadonlyMap<string, NewAccumulator> = new Map<string, NewAccumulator>([
  ['avg', average],
  ['count_distinct', countDistinct],
  ['countdistinct', countDistinct],
  ['max', maximum],
  ['min', minimum],
  ['stddev', standardDeviation],
  ['sum', sum],
  ['values', distinctValues],
  ['collect_values', distinctValues],
  ['variance', variance],
  ['sortsfirst', sortsFirst],
  ['sortslast', sortsLast],
]);

/**
 * Compiles a call of an aggregation function.
 * @param scope of the rows that are summed up
 * @returns undefined for other functions
 * @throws {QuerySyntaxError} for arguments that it does not have
 */
export function compileAggregate(
  call: Call,
  scope: Scope,
  compile: (expression: Expression) => Evaluate,
): Aggregate | undefined {
  const { name, args, isStar } = call;
  const [first, second] = args;
  if (name === 'count' && (isStar || first === undefined)) return { argument: () => true, begin: countAll };
  if (name === 'pct' || name === 'topk') {
    if (first === undefined || second === undefined || args.length > 2) throw wrongArguments(call);
    if (name === 'pct') return { argument: compile(first), begin: percentileOf(second) };
    const k = literalNumber(first, 1, QUERY_LIMITS.maxTopK);
    return { argument: compile(second), begin: () => mostFrequent(k) };
  }
  const begin = beginOf(call, scope);
  if (begin === undefined) return undefined;
  if (isStar || first === undefined || args.length > 1) throw wrongArguments(call);
  return { argument: compile(first), begin };
}

function beginOf({ name, start, end }: Call, scope: Scope): NewAccumulator | undefined {
  if (name === 'count') return countPresent;
  if (name !== 'earliest' && name !== 'latest') return OF_ONE_FIELD.get(name);
  return byTime(name === 'latest' ? 1 : -1, scope.field({ kind: 'field', parts: ['@timestamp'], start, end }));
}

function percentileOf(expression: Expression): NewAccumulator {
  const percent = literalNumber(expression, 0, 100);
  return () => percentile(percent);
}

function literalNumber(expression: Expression, min: number, max: number): number {
  const value = expression.kind === 'literal' ? expression.value : undefined;
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new QuerySyntaxError(`Expected a number from ${min} to ${max}`, expression.start, expression.end);
}
