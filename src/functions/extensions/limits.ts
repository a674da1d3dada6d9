/** The figures of the Extensions and Telemetry APIs. */
export const EXTENSION_LIMITS = {
  /** Of one function (Lambda guide, "Lambda extensions": up to ten). */
  extensions: 10,
  /**
   * How long the shutdown phase lasts with external extensions, and what of it the runtime has; with internal ones alone the runtime
   * has all of it (Lambda guide, "Lambda Extensions API", "Shutdown phase").
   */
  shutdownMs: 2_000,
  runtimeShutdownMs: { internal: 500, external: 300 },
  /** Our own: the largest body that an extension may send. */
  bodyBytes: 65_536,
  /** Lambda guide, "Telemetry API", "Memory usage and buffering". */
  buffering: {
    maxItems: { min: 1_000, max: 10_000, default: 10_000 },
    maxBytes: { min: 262_144, max: 1_048_576, default: 262_144 },
    timeoutMs: { min: 25, max: 30_000, default: 1_000 },
  },
  /** Our own: of the init phase so many events, of so many characters together, wait for the subscribers that it may bring. */
  early: { events: 1_000, characters: 1_048_576 },
  /** Our own: after which a subscriber has not taken a batch, and how long until it is offered again. */
  deliveryTimeoutMs: 2_000,
  deliveryRetryMs: 100,
} as const;
