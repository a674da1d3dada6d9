import type { EventFields } from './events/index.ts';
import type { Value } from './values/index.ts';

/** What a run knows of itself. */
export interface RunContext {
  /** When the query was started, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** What was asked for: both in milliseconds since the epoch. */
  readonly startMs: number;
  readonly endMs: number;
  readonly budget: Budget;
}

/** Counts what a run holds, and what it makes of one event, so that others soon have their turn. */
export interface Budget {
  /** @throws {QueryLimitError} when it is too much */
  take(bytes: number): void;
  give(bytes: number): void;
  /** Counts a row that is made beside the one of the event at hand. @throws {QueryLimitError} when it is too much */
  makeRow(): void;
  /** Begins to count anew. */
  nextEvent(): void;
}

/** One line on its way through a query. */
export interface Row {
  readonly context: RunContext;
  /** Undefined behind `stats`: what is left of events are the columns. */
  readonly fields: EventFields | undefined;
  /** Columns that the query made, by their numbers. */
  readonly columns: Value[];
}

/** A compiled expression. */
export type Evaluate = (row: Row) => Value;
