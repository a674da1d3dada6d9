import type { LogGroupRef, LogStore } from '../../model/index.ts';
import type { Reader, Store } from '../../store/index.ts';

/** What the service works with. */
export interface LogsContext {
  /** Log groups, filters and whatever else is set. */
  readonly store: Store;
  /** Streams and their events. */
  readonly logs: LogStore;
  /** Begins to count milliseconds. @returns how many have passed since then */
  elapsed(): () => number;
  /** Metric filters of a group. */
  countMetricFilters(reader: Reader, group: LogGroupRef): Promise<number>;
}
