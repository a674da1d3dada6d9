/** Every bound of counting, once. All are ours: AWS promises best effort and no figures (guide, usage plans). */
export const RATE_LIMITS = {
  /** How long a worker may hold tokens of a rate before it has to hand back what it has not spent. */
  tokenLeaseMs: 100,
  /** The same for requests of a quota. */
  quotaLeaseMs: 1_000,
  /** The part of a burst, of a second's rate or of a quota that one worker may hold beyond what waits: 1 %. */
  leaseShare: 0.01,
  /** An answer "nothing left" is believed so long, so that a raised limit or an extension shows soon. */
  denialMs: 1_000,
  /** Days of usage that are kept (API Gateway reports no older ones). */
  usageDays: 90,
} as const;
