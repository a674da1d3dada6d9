/** A series of a metric: one set of labels. Values are since the start of whoever counts. */
export interface Counted {
  /** What never goes back: a count. */
  readonly total: number;
  /** Of histograms: the sum of the values, and how many lie in each bucket. */
  readonly sum?: number;
  readonly buckets?: readonly number[];
  /** Of exponential histograms: how many values lie in each bucket of `EXPONENTIAL_SCALE`, and how many are zero. */
  readonly exponential?: Exponential;
}

/** Buckets of an exponential histogram by their index, those alone that have values. */
export interface Exponential {
  readonly zeros: number;
  readonly byIndex: ReadonlyMap<number, number>;
}

/** What has been counted since, of the same series. @param before absent for a series that there was not */
export function since(now: Counted, before: Counted | undefined): Counted {
  if (before === undefined) return now;
  const { sum, buckets, exponential } = now;
  return {
    total: now.total - before.total,
    ...(sum !== undefined && { sum: sum - (before.sum ?? 0) }),
    ...(buckets && { buckets: buckets.map((count, place) => count - (before.buckets?.[place] ?? 0)) }),
    ...(exponential && { exponential: exponentialSince(exponential, before.exponential) }),
  };
}

function exponentialSince(now: Exponential, before: Exponential | undefined): Exponential {
  const byIndex = new Map<number, number>();
  for (const [index, count] of now.byIndex) {
    const more = count - (before?.byIndex.get(index) ?? 0);
    if (more > 0) byIndex.set(index, more);
  }
  return { zeros: now.zeros - (before?.zeros ?? 0), byIndex };
}
