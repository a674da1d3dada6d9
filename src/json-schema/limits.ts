/** What one validation may cost; what goes beyond is refused as invalid. All ours: AWS publishes none. */
export const JSON_SCHEMA_LIMITS = {
  /** Values looked at, each as often as schemas ask: about a second of one core. */
  maxSteps: 10_000_000,
  /** How deep schemas may be applied inside each other: what a stack of Node's default size holds many times over. */
  maxDepth: 500,
  /** Steps of all patterns together: about half a second of one core, and enough for 10 MB under a plain pattern. */
  maxPatternSteps: 20_000_000,
  /** Failures that are described; a schema whose items are all wrong fails for each of them. */
  maxFailures: 100,
  /** How deep a schema itself may be nested. */
  maxSchemaDepth: 200,
} as const;
