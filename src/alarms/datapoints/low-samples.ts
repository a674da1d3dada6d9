/**
 * User guide, "Percentile-based alarms and low data samples": from how many samples a percentile says something. For
 * percentiles from 0.5 it is 10/(1-percentile), below 10/percentile.
 * @returns undefined for a statistic that is no percentile, or p0 and p100, for which the rule says nothing
 */
export function samplesNeeded(statistic: string): number | undefined {
  const percent = /^p(\d{1,3}(?:\.\d+)?)$/i.exec(statistic)?.[1];
  if (percent === undefined) return undefined;
  const fraction = Number(percent) / 100;
  const rest = fraction >= 0.5 ? 1 - fraction : fraction;
  // 1 - 0.99 is not quite 0.01.
  return rest <= 0 ? undefined : Math.round((10 / rest) * 1e6) / 1e6;
}
