/** One traced case of what was counted (OpenMetrics 1.0, "Exemplars"). */
export interface Exemplar {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** What it counted with, in the unit of its family. */
  readonly value: number;
  readonly timestampMs: number;
}

export interface FamilySample {
  /** What follows the family's name, such as `_bucket`; for counters and infos it is given by the type. */
  readonly suffix?: string;
  /** As `labelText` writes them; absent for none. */
  readonly labels?: string;
  /** The upper bound of a bucket, in the unit of its family. */
  readonly le?: number;
  readonly value: number;
  readonly exemplar?: Exemplar | undefined;
}

/** Samples that belong together. */
export interface Family {
  /** Without the `_total` of counters and the `_info` of infos. */
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'histogram' | 'info';
  /** The last word of its name, where that is a unit. */
  readonly unit?: 'seconds' | 'bytes' | 'ratio';
  readonly help: string;
  /** Read once a page, so that a long list of stages is never held as objects. */
  readonly samples: Iterable<FamilySample>;
}
