/** The figures of alarms and dashboards (API reference; user guide, "CloudWatch service quotas"). */
export const LIMITS = {
  alarmNameLength: 255,
  descriptionLength: 1_024,
  actions: 5,
  actionLength: 1_024,
  dimensions: 30,
  /** Metrics that a math expression of an alarm may use, and queries in all. */
  alarmMetrics: 10,
  alarmQueries: 20,
  /** Alarms that one call names. */
  alarmNames: 100,
  /** Per account and region; AWS raises it when asked. */
  alarms: 5_000,
  /** A period times the evaluation periods, in seconds: a day, or seven days for periods of an hour and more. */
  evaluationSeconds: 86_400,
  longEvaluationSeconds: 604_800,
  longPeriodSeconds: 3_600,
  describedAlarms: 50,
  historyItems: 100,
  /** User guide, "Common features of alarms": for 30 days. */
  historyMs: 30 * 86_400_000,
  stateReasonLength: 1_023,
  stateReasonDataLength: 4_000,
  tags: 50,
  tagKeyLength: 128,
  tagValueLength: 256,
  dashboardNameLength: 255,
  /** `PutDashboard`: widgets of a dashboard. */
  dashboardWidgets: 500,
  dashboardBytes: 1_048_576,
  /** Our own: complaints about one body that are answered; the first ones. */
  dashboardFindings: 100,
  listedDashboards: 1_000,
  describedDetectors: 10,
} as const;
