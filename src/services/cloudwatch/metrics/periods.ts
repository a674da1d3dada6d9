const MINUTE = 60;
const DAY_MS = 86_400_000;

/** What is wrong with a period (API reference, `MetricStat`). */
export function periodProblems(period: number, at: string): readonly string[] {
  if (period > 0 && period % MINUTE === 0 && period <= 86_400) return [];
  if ([1, 5, 10, 20, 30].includes(period)) return [];
  return period > 86_400
    ? [`The parameter ${at} must be less than or equal to 86400.`]
    : [`The parameter ${at} must be 1, 5, 10, 20, 30 or a multiple of 60.`];
}

/**
 * Where periods are counted from: the start, rounded down by how long ago it is, and to the period's own steps where that is
 * less than a minute (API reference, `GetMetricStatistics`, `StartTime`).
 */
export function roundedStart(startMs: number, periodSeconds: number, nowMs: number): number {
  const seconds = stepOf(periodSeconds, nowMs - startMs);
  return startMs - modulo(startMs, 1_000 * seconds);
}

function stepOf(periodSeconds: number, ageMs: number): number {
  if (periodSeconds < MINUTE) return periodSeconds;
  if (ageMs < 15 * DAY_MS) return 60;
  return ageMs < 63 * DAY_MS ? 300 : 3_600;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
