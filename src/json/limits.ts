export interface JsonLimits {
  /** How many lists and maps may stand inside each other. */
  readonly maxDepth: number;
}

/** json-smart refuses deeper documents since 2.4.9 (CVE-2023-1370). */
export const JSON_LIMITS: JsonLimits = { maxDepth: 400 };
