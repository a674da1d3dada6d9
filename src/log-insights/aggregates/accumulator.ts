import type { Evaluate, Row } from '../row.ts';
import type { Value } from '../values/index.ts';

/** Sums up one column of one group. */
export interface Accumulator {
  add(value: Value, row: Row): void;
  result(): Value;
}

/** How a group begins to sum up. */
export type NewAccumulator = () => Accumulator;

/** One call of an aggregation function: what it is given of each row, and how it begins. */
export interface Aggregate {
  readonly argument: Evaluate;
  readonly begin: NewAccumulator;
}
