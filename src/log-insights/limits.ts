export interface QueryLimits {
  /** API reference, StartQuery, `queryString`. */
  readonly maxQueryLength: number;
  /** User guide, `limit`: rows without one, and the most that one can ask for. */
  readonly defaultRows: number;
  readonly maxRows: number;
  /** User guide, `stats`, "Notes and limitations". */
  readonly maxStatsCommands: number;
  /** User guide, `case`. */
  readonly maxCaseBranches: number;
  /** User guide, `topk`. */
  readonly maxTopK: number;
  /** Our own: how deep expressions may stand in each other, and how many parts a query may have. */
  readonly maxNesting: number;
  readonly maxNodes: number;
  /** Our own: bytes that one run may hold of rows, groups and values. */
  readonly maxHeldBytes: number;
  /** Our own: rows that `unnest` makes of one event, and of all that `stats` gives. */
  readonly maxMadeRows: number;
  /** Our own: texts longer than this are not made by `concat`, `replace` and what is like them. */
  readonly maxTextLength: number;
  /** Our own: values of a percentile that are kept as they are, and of `countDistinct`; behind it both are approximations. */
  readonly maxExactValues: number;
}

/** CloudWatch Logs user guide and API reference, where not our own. */
export const QUERY_LIMITS: QueryLimits = {
  maxQueryLength: 10_000,
  defaultRows: 10_000,
  maxRows: 100_000,
  maxStatsCommands: 10,
  maxCaseBranches: 10,
  maxTopK: 10_000,
  maxNesting: 100,
  maxNodes: 2_000,
  maxHeldBytes: 64 * 1024 * 1024,
  maxMadeRows: 1_000_000,
  maxTextLength: 1024 * 1024,
  maxExactValues: 1_000,
};
