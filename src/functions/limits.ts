/** The figures of the function runtime. Where AWS publishes or sends one, it is AWS's. */
export const LIMITS = {
  /** What a function may answer. AWS documents 6 MB and names this figure in its refusal (recorded, November 2025). */
  maxResponseBytes: 6_291_556,
  /** What a function may stream (API reference, `FunctionUrlConfig`, `RESPONSE_STREAM`: 200 MB). */
  maxStreamedBytes: 209_715_200,
  /** Our own: so much of a streamed answer waits for its reader; then the runtime is slowed down. */
  unreadAnswerBytes: 262_144,
  /** Lambda guide, "Understanding the Lambda execution environment lifecycle": the init phase is limited to 10 seconds. */
  initTimeoutMs: 10_000,
  /** Lambda API reference, `Invoke`, `LogResult`: the last 4 KB of the log. */
  logTailBytes: 4096,
  /** Characters; a longer line is cut in pieces. CloudWatch Logs, the largest event of `PutLogEvents` (256 KB until 2025). */
  maxLogLineLength: 262_144,
  /** Our own: how long a call waits for an instance that has answered but not asked for more, before it starts another. */
  finishingGraceMs: 25,
} as const;

/** What an operator may change. */
export const DEFAULTS = {
  /** Instances of all functions together. Our own: a Node.js instance takes about 45 MB. */
  maxInstances: 100,
  /** Our own; AWS does not publish how long it keeps an idle environment. */
  idleTimeoutMs: 300_000,
} as const;
