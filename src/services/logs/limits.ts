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
  filterName: 512,
  metricName: 255,
  metricValue: 100,
  dimensionName: 255,
  filterDimensions: 3,
  /** Of one group each, and of both those whose patterns have regular expressions. */
  metricFilters: 100,
  subscriptionFilters: 2,
  regexFilters: 5,
  /** `TestMetricFilter`. */
  testedEvents: 50,
  /** `StartQuery`, `GetQueryResults`, `DescribeQueries`, `DescribeQueryDefinitions`, `PutQueryDefinition`; quotas of the user guide. */
  queriedGroups: 50,
  activeQueries: 100,
  resultPage: 10_000,
  described: 1_000,
  definitionName: 255,
  /** Our own: queries that run at one time, and what is kept of those that are done. */
  runningQueries: 2,
  heldQueries: 1_000,
  heldResultBytes: 64 * 1024 * 1024,
  /** Our own: events that GetLogGroupFields looks at, and fields that it tells. */
  discoveredEvents: 10_000,
  discoveredFields: 1_000,
  /** `StartLiveTail`: groups, events a second, how often and how long they are told; quotas of the user guide. */
  tailedGroups: 10,
  tailedEvents: 500,
  /** Our own: text of the events that one update tells of. */
  tailedBytes: 1_048_576,
  tailUpdateMs: 1_000,
  tailMs: 3 * 3_600_000,
  tailSessions: 15,
  /** Our own: below what a function may be called with asynchronously. */
  subscriptionPayloadBytes: 200_000,
  /** Our own: text of events that wait to be looked at by filters. */
  waitingEventBytes: 32 * 1024 * 1024,
} as const;

/** API reference, `PutRetentionPolicy`. */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const DAY_MS = 86_400_000;
