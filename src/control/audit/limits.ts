/** Bounds of a record, which CloudTrail has, too; the figures are ours. */
export const AUDIT_LIMITS = {
  /** Characters of one text. */
  textLength: 4_096,
  /** Entries of one list or map. */
  entries: 200,
} as const;
