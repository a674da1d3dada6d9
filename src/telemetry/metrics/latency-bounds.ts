/**
 * Upper bounds of the latency histograms in milliseconds. Few, because each is a line a stage on `/metrics`: dense where
 * gateways and functions are, and up to AWS's longest integration timeout (features A17: 29 s).
 */
export const LATENCY_BOUNDS_MS: readonly number[] = [1, 2.5, 5, 10, 25, 50, 100, 250, 1_000, 5_000, 30_000];

/** The same in seconds. */
export const LATENCY_BOUNDS_S: readonly number[] = LATENCY_BOUNDS_MS.map((ms) => ms / 1000);

/** The place of a latency among the buckets; the last one has no upper bound. */
export function bucketOf(latencyMs: number): number {
  let bucket = 0;
  while (bucket < LATENCY_BOUNDS_MS.length && latencyMs > (LATENCY_BOUNDS_MS[bucket] as number)) bucket++;
  return bucket;
}
