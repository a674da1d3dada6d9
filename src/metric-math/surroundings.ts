import type { TimeSeries } from './series.ts';

/** What a metric should be at a time: a band of so many deviations around the value holds most of what is usual. */
export interface Expectation {
  readonly value: number;
  readonly deviation: number;
}

/** A call of `SEARCH`, whose metrics must be read before the expression is evaluated. */
export interface SearchCall {
  /** What is searched for; `compileSearch` reads it. */
  readonly query: string;
  readonly statistic: string;
  /** Absent: the caller's own. */
  readonly periodSeconds: number | undefined;
}

/** What expressions are evaluated with. */
export interface Surroundings {
  /** Milliseconds since the epoch; the end does not belong to it. */
  readonly startMs: number;
  readonly endMs: number;
  /** The metrics of the request by their ids, in its order; no expressions. */
  readonly metrics: ReadonlyMap<string, TimeSeries>;
  /** The period of series that are made of nothing (`TIME_SERIES(1)`) where there is no metric. */
  readonly periodSeconds: number;
  /** What a search has found; absent where there may be none. */
  search?(call: SearchCall): readonly TimeSeries[];
  /** What the metric of an id is expected to be; undefined for a time of which nothing can be said. */
  expect?(id: string, timeMs: number): Expectation | undefined;
}
