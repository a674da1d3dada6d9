/** The figures of the service (API reference; user guide, "CloudWatch Logs quotas"). */
export const LIMITS = {
  groupName: 512,
  streamName: 512,
  /** Results a page of DescribeLogGroups, DescribeLogStreams and ListLogGroups. */
  page: 50,
  tags: 50,
  tagKey: 128,
  tagValue: 256,
  /** `PutLogEvents`: a batch, each event counted with what is added to it. */
  batchEvents: 10_000,
  batchBytes: 1_048_576,
  eventBytes: 1_048_576,
  eventOverheadBytes: 26,
  /** `PutLogEvents`: how much older or newer than now events may be. */
  eventAgeMs: 1_209_600_000,
  eventAheadMs: 7_200_000,
  /** `GetLogEvents`, `FilterLogEvents`: an answer. */
  pageEvents: 10_000,
  pageBytes: 1_048_576,
  /** Our own: how long one call of `FilterLogEvents` searches before it answers with what there is. */
  searchMs: 1_000,
  /** `FilterLogEvents`, `logStreamNames`. */
  filterStreams: 100,
} as const;

/** API reference, `PutRetentionPolicy`. */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const DAY_MS = 86_400_000;
