import type { Histogram } from '../histogram/index.ts';
import type { Scope } from './scope.ts';

/** A name and a value that tell metrics of one name apart (CloudWatch, `Dimension`). */
export interface MetricDimension {
  readonly name: string;
  readonly value: string;
}

/** What names a metric: the same name with other dimensions is another metric (CloudWatch, "Dimension combinations"). */
export interface MetricId {
  readonly namespace: string;
  readonly metricName: string;
  /** At most 30, each name once, in any order: the store sorts them. */
  readonly dimensions: readonly MetricDimension[];
}

/** CloudWatch, `StatisticSet`. */
export interface StatisticSet {
  readonly sampleCount: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** What was measured: one value, values that each occurred so often, or what is already summed up. */
export type MetricSample =
  | { readonly value: number }
  /** `counts` is as long as `values`. */
  | { readonly values: readonly number[]; readonly counts: readonly number[] }
  /** Percentiles are known where a histogram says them, or where all values are the same. */
  | (StatisticSet & { readonly histogram?: Histogram });

/** One thing to keep (CloudWatch, `MetricDatum`). */
export interface MetricDatum extends MetricId {
  /** Milliseconds since the epoch. */
  readonly timestampMs: number;
  /** A `StandardUnit`, such as `Count`; what has no unit has `None`. */
  readonly unit: string;
  /** Seconds; 60 unless single seconds shall be kept apart for three hours. */
  readonly storageResolution: 1 | 60;
  readonly sample: MetricSample;
}

/** Which metrics a listing has. What is absent excludes none. */
export interface MetricListing {
  readonly namespace?: string;
  readonly metricName?: string;
  /** Metrics that have all of these, whatever others they have; without a value, any will do. */
  readonly dimensions?: readonly { readonly name: string; readonly value?: string }[];
  /** Those that had data since, in milliseconds since the epoch. */
  readonly activeSinceMs?: number;
  /** Where the page before ended. */
  readonly after?: string;
  readonly limit: number;
}

export interface MetricPage {
  readonly metrics: readonly MetricId[];
  /** Where this page ended; absent when it was the last one. */
  readonly next?: string;
}

/** What is wanted of one metric. */
export interface MetricQuery extends MetricId {
  /** Absent, data of all units, each by itself. */
  readonly unit?: string;
  /** Periods are counted from here: milliseconds since the epoch, inclusive. */
  readonly startMs: number;
  /** Exclusive. */
  readonly endMs: number;
  /** 1, 5, 10, 20, 30 or a multiple of 60. */
  readonly periodSeconds: number;
  /** Whether percentiles and what is like them are wanted; without, buckets have no histograms and cost less. */
  readonly withHistograms: boolean;
}

/** What happened to a metric in one period. There is none for a period without data. */
export interface MetricBucket extends StatisticSet {
  /** When the period began. */
  readonly startMs: number;
  readonly unit: string;
  /** Absent where it is not known: after a statistic set of values that differ, or negative values. */
  readonly histogram?: Histogram;
}

/** Metrics over time, by account and region. `src/metrics` is one; `statisticOf` there reads a bucket as `p99` or `TM(10%:90%)`. */
export interface MetricStore {
  /**
   * Keeps data; resolves when they survive the end of the process.
   * @throws {MetricStoreFullError} when one of them would begin a metric more than is allowed; then nothing of the call is kept
   */
  put(scope: Scope, data: readonly MetricDatum[]): Promise<void>;
  list(scope: Scope, listing: MetricListing): Promise<MetricPage>;
  /** Ascending by time, then by unit. */
  read(scope: Scope, query: MetricQuery): Promise<readonly MetricBucket[]>;
}
