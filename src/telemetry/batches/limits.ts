/** Bounds of what a worker gathers for the control process. */
export interface BatchLimits {
  /** So many may wait or be on their way; further ones are lost. */
  readonly waiting: number;
  /** What they may weigh together, in bytes. */
  readonly waitingBytes: number;
  /** When so many wait they are handed over, */
  readonly batch: number;
  /** and after this time in any case. */
  readonly everyMs: number;
}

/** As many spans as may wait to be sent on. */
export const SPAN_BATCHES: BatchLimits = {
  waiting: 2_048,
  waitingBytes: Number.POSITIVE_INFINITY,
  batch: 2_048,
  everyMs: 500,
};

/** Ours: what a busy worker logs in half a second, and as much memory as may be on its way to the log store. */
export const LOG_BATCHES: BatchLimits = { waiting: 16_384, waitingBytes: 16_777_216, batch: 512, everyMs: 250 };
