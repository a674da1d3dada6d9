/** Bounds of what waits to be sent, by the defaults of OpenTelemetry's batch processor ("SDK Environment Variables"). */
export const OTLP_LIMITS = {
  /** Spans that wait; further ones are dropped. */
  queue: 2_048,
  /** Spans of one message. */
  batch: 512,
  /** How often what waits is sent. */
  everyMs: 1_000,
  /** How often the operator is told of spans that were dropped. */
  warnMs: 60_000,
} as const;
