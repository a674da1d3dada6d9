import type { BinaryOperator } from './ast.ts';
import { isArray, isSeries, type TimeSeries, unionOfTimes, type Value, valuesAt, withPoints } from './series.ts';

type Operation = (left: number, right: number) => number;

/** What is not finite (`1/0`) is a data point that is dropped. */
const OPERATIONS: Readonly<Record<BinaryOperator, Operation>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<': (left, right) => Number(left < right),
  '<=': (left, right) => Number(left <= right),
  '>': (left, right) => Number(left > right),
  '>=': (left, right) => Number(left >= right),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  OR: (left, right) => Number(left !== 0 || right !== 0),
};

/**
 * User guide, "Basic arithmetic functions", "Comparison and logical operators": a scalar is joined with every point; of two
 * series the one that lacks a point has 0 there; an array's series are joined one by one.
 * @returns undefined for two arrays, which cannot be joined
 */
export function applyOperator(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  const operation = OPERATIONS[operator];
  if (isArray(left)) return isArray(right) ? undefined : left.map((each) => join(operation, each, right));
  if (isArray(right)) return right.map((each) => join(operation, left, each));
  if (typeof left === 'number' && typeof right === 'number') return operation(left, right);
  return join(operation, left, right);
}

function join(operation: Operation, left: number | TimeSeries, right: number | TimeSeries): TimeSeries {
  if (!isSeries(left)) {
    if (!isSeries(right)) throw new TypeError('One of the two is a series.');
    return map(right, (value) => operation(left, value));
  }
  if (!isSeries(right)) return map(left, (value) => operation(value, right));
  const times = unionOfTimes([left, right]);
  const rights = valuesAt(right, times);
  const values = valuesAt(left, times).map((value, index) => operation(value ?? 0, rights[index] ?? 0));
  return withPoints({ ...left, periodSeconds: Math.max(left.periodSeconds, right.periodSeconds) }, times, values);
}

/** The same for every value. */
export function map(series: TimeSeries, change: (value: number) => number): TimeSeries {
  return withPoints(series, series.times, series.values.map(change));
}

/** For a function that takes each series of an array alone. */
export function mapEach(value: Value, change: (series: TimeSeries) => TimeSeries): TimeSeries | readonly TimeSeries[] {
  if (isArray(value)) return value.map(change);
  if (typeof value === 'number') throw new TypeError('A scalar is no series.');
  return change(value);
}
