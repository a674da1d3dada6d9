import { LATENCY_BOUNDS_MS } from './latency-bounds.ts';

/** How many buckets a histogram has. */
export const BUCKETS: number = LATENCY_BOUNDS_MS.length + 1;

/** Where the numbers of a stage lie in its row: one row is what workers send and the control process adds up. */
export const ROW = {
  count: 0,
  clientErrors: 1,
  serverErrors: 2,
  latencySumMs: 3,
  integrationCount: 4,
  integrationLatencySumMs: 5,
  latencyBuckets: 6,
  integrationLatencyBuckets: 6 + BUCKETS,
  cacheHits: 6 + 2 * BUCKETS,
  cacheMisses: 7 + 2 * BUCKETS,
  responseBytes: 8 + 2 * BUCKETS,
  /** Among the client's errors. */
  tooMany: 9 + 2 * BUCKETS,
  length: 10 + 2 * BUCKETS,
} as const;
