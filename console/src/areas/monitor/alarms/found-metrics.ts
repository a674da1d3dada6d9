import type { Output } from '../../../aws/index.ts';

type Listed = NonNullable<Output<'cloudwatch', 'listMetrics'>['Metrics']>[number];
type DimensionSet = Readonly<Record<string, string>>;

/** Of each metric's name the dimensions that it was counted by. */
export function foundMetrics(metrics: readonly Listed[]): ReadonlyMap<string, readonly DimensionSet[]> {
  const found = new Map<string, DimensionSet[]>();
  for (const { MetricName = '', Dimensions = [] } of metrics) {
    const set = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
    const sets = found.get(MetricName);
    if (sets) sets.push(set);
    else found.set(MetricName, [set]);
  }
  return found;
}

/** `ApiName: shop, Stage: prod`. */
export function dimensionsText(set: DimensionSet): string {
  return Object.entries(set)
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join(', ');
}
