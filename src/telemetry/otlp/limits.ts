/** Bounds of one kind of thing that waits to be sent. */
export interface QueueLimits {
  /** So many wait; further ones are dropped. */
  readonly queue: number;
  /** What they may weigh together, in bytes; further ones are dropped. */
  readonly queueBytes: number;
  /** So many go into one message. */
  readonly batch: number;
  /** How often what waits is sent. */
  readonly everyMs: number;
}

/** By the defaults of OpenTelemetry's batch span processor ("SDK Environment Variables"). */
export const SPAN_LIMITS: QueueLimits = {
  queue: 2_048,
  queueBytes: Number.POSITIVE_INFINITY,
  batch: 512,
  everyMs: 1_000,
};

/**
 * Batches and their pace by the defaults of OpenTelemetry's batch log record processor ("SDK Environment Variables"). The queue is ours:
 * what a busy gateway logs in a second or two, as long as it fits into as much memory as may be on its way to the log store.
 */
export const LOG_LIMITS: QueueLimits = { queue: 32_768, queueBytes: 16_777_216, batch: 512, everyMs: 1_000 };

/** Data points of one message, which are then about a megabyte. Ours; collectors take 20 MB. */
export const POINTS_PER_MESSAGE = 5_000;

/** OpenTelemetry, "Periodic exporting MetricReader": `OTEL_METRIC_EXPORT_INTERVAL`. */
export const METRIC_INTERVAL_MS = 60_000;

/** How often the operator is told of what did not arrive. Ours. */
export const WARN_MS = 60_000;

/** How long a stop waits for what is still to be sent. Ours; half the time after which an exporter gives up. */
export const CLOSE_MS = 5_000;
