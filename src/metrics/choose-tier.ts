import { FINE_TIER, TIERS, type Tier } from './limits.ts';

/**
 * The coarsest tier whose points fall into one period each. What is older than it is kept is not there for such a period, as in
 * CloudWatch (API reference, `GetMetricStatistics`, `Period`).
 * @param start where periods are counted from, in seconds since the epoch
 */
export function chooseTier(start: number, period: number): Tier {
  const fitting = TIERS.filter(({ distance }) => period % distance === 0 && start % distance === 0);
  return fitting.at(-1) ?? FINE_TIER;
}
