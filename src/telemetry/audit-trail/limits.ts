/** Sizes of the audit trail. Ours. */
export const AUDIT_TRAIL_LIMITS = {
  /** A file that has become as large is closed and another one begun. */
  fileBytes: 64 * 1024 * 1024,
  /** Closed files that are kept; the oldest goes when there are more. */
  keptFiles: 16,
  /** Records that wait for the disk; those beyond are lost, and the operator is told. */
  waitingRecords: 100_000,
} as const;
