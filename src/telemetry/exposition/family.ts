import type { Labels } from './labels.ts';

/** One traced case of what was counted (OpenMetrics 1.0, "Exemplars"). */
export interface Exemplar {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** What it counted with, in the unit of its family. */
  readonly value: number;
  readonly timestampMs: number;
}

export interface NumberSample {
  /** Absent for none. */
  readonly labels?: Labels;
  readonly value: number;
}

export interface HistogramSample {
  /** Absent for none. */
  readonly labels?: Labels;
  /** How many values lie in each bucket alone; one longer than the bounds of its family. */
  readonly buckets: ArrayLike<number>;
  readonly sum: number;
  readonly count: number;
  /** By the places of the buckets. */
  readonly exemplars?: readonly (Exemplar | undefined)[];
  /** The same values within 1 %, with how often each; absent where they are not kept. */
  readonly values?: Iterable<readonly [value: number, count: number]>;
}

interface Named {
  /** Without the `_total` of counters and the `_info` of infos. */
  readonly name: string;
  /** The last word of its name, where that is a unit. */
  readonly unit?: 'seconds' | 'bytes' | 'ratio';
  readonly help: string;
}

export interface NumberFamily extends Named {
  readonly type: 'gauge' | 'counter' | 'info';
  /** Read once a page, so that a long list of stages is never held as objects. */
  readonly samples: Iterable<NumberSample>;
}

export interface HistogramFamily extends Named {
  readonly type: 'histogram';
  /** Upper bounds, ascending, in the unit of the family; what lies above has the last bucket. */
  readonly bounds: readonly number[];
  readonly samples: Iterable<HistogramSample>;
}

/** Samples that belong together. */
export type Family = NumberFamily | HistogramFamily;
