/** What a file may cost to read, each with its source. */
export const OPENAPI_LIMITS = {
  /** A definition file (features A17; guide page api-gateway-import-api). */
  documentBytes: 6 * 1024 * 1024,
  /** Levels of nesting. Ours: bounds everything here that calls itself. */
  depth: 100,
  /** Objects, lists and scalars once YAML's aliases are followed. Ours: bounds time and memory. */
  values: 1_000_000,
  /** Uses of YAML's anchors, and keys that its merges bring in. Ours. */
  aliases: 100_000,
  mergedKeys: 100_000,
} as const;
