export interface JsonLimits {
  /** How many lists and maps may stand inside each other. */
  readonly maxDepth: number;
  /** Characters of one number: reading a long one costs the square of its length. */
  readonly maxNumberLength: number;
}

/** Depth: json-smart since 2.4.9 (CVE-2023-1370). Length of numbers: Jackson's default (`StreamReadConstraints`). */
export const JSON_LIMITS: JsonLimits = { maxDepth: 400, maxNumberLength: 1000 };
