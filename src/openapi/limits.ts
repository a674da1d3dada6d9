/** What a file may cost to read, each with its source. */
export const OPENAPI_LIMITS = {
  /** A definition file (features A17; guide page api-gateway-import-api). */
  documentBytes: 6 * 1024 * 1024,
  /** Levels of nesting. Ours: bounds everything here that calls itself. */
  depth: 100,
  /** Objects, lists and scalars once YAML's aliases are followed. Ours: bounds time and memory. */
  values: 1_000_000,
  /**
   * Paths, operations, models and security schemes, each; AWS's own quota is 300 resources (features A17). Parts of documentation, of which AWS
   * has 2000 an API. Ours: an import is one transaction, and others wait for it.
   */
  entities: 5000,
  documentationParts: 20_000,
  /** Uses of YAML's anchors, and keys that its merges bring in. Ours. */
  aliases: 100_000,
  mergedKeys: 100_000,
} as const;
