export interface JsonPathLimits {
  readonly maxPathLength: number;
  /** How deep filters may stand inside filters, and brackets inside brackets. */
  readonly maxNesting: number;
  /** Values that one reading may visit: bounds deep scans inside of filters, which grow with the square of a document. */
  readonly maxVisits: number;
}

/** Our own: far above what a mapping needs, and about 100 ms of one core. */
export const JSON_PATH_LIMITS: JsonPathLimits = { maxPathLength: 10_000, maxNesting: 50, maxVisits: 2_000_000 };
