import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';

export interface DetectedMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly stat: string;
}

export interface AnomalyDetector extends DetectedMetric {
  readonly id: string;
  /** Times that are not learned from, in milliseconds since the epoch; the end does not belong to them. */
  readonly excluded: readonly { readonly startMs: number; readonly endMs: number }[];
}

/** By what it detects, as `keyOf` says it: a statistic of a metric has one. */
export const anomalyDetectors = defineKind<AnomalyDetector>('CloudWatchAnomalyDetector');

export function keyOf({ namespace, metricName, dimensions, stat }: DetectedMetric): string {
  const sorted = dimensions.map(({ name, value }) => [name, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, metricName, sorted, stat]);
}

export async function findDetector(
  reader: Reader,
  scope: Scope,
  metric: DetectedMetric,
): Promise<AnomalyDetector | undefined> {
  return (await reader.get(anomalyDetectors, scope, keyOf(metric)))?.value;
}
