import type { FunctionInvoker, LogGroupRef, LogStore } from '../../model/index.ts';
import type { Reader, Store, Transaction } from '../../store/index.ts';
import type { TailSessions } from './live-tail/tail-sessions.ts';

/** What the service works with. */
export interface LogsContext {
  /** Log groups, filters and whatever else is set. */
  readonly store: Store;
  /** Streams and their events. */
  readonly logs: LogStore;
  /** A random UUID, version 4. */
  uuid(): string;
  /** Begins to count milliseconds. @returns how many have passed since then */
  elapsed(): () => number;
  sleep(ms: number): Promise<void>;
  /** Lets others have their turn. */
  nextTurn(): Promise<void>;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  /** Live Tail sessions that are open. */
  readonly tails: TailSessions;
  /** The functions that subscription filters call. */
  readonly functions: FunctionInvoker;
  /** Filters of a group whose patterns have regular expressions. */
  countMetricFilterRegexes(reader: Reader, group: LogGroupRef): Promise<number>;
  countSubscriptionRegexes(reader: Reader, group: LogGroupRef): Promise<number>;
  /** Deletes what a group has besides its events. */
  removeFilters(tx: Transaction, group: LogGroupRef): Promise<void>;
  /** Metric filters of a group. */
  countMetricFilters(reader: Reader, group: LogGroupRef): Promise<number>;
}
