import type { MetricAlarmConfiguration } from './documents.ts';

/** The period of what an alarm watches, in seconds. */
export function periodOf({ Period, Metrics = [] }: MetricAlarmConfiguration): number {
  const ofMetric = Metrics.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period;
  return Period ?? ofMetric ?? Metrics.find((query) => query.Period !== undefined)?.Period ?? 60;
}
