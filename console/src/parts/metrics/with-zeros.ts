import { type Period, stepOf } from '../period/index.ts';
import type { MetricPoint } from './metric-data.ts';

/** Nothing is counted where nothing came; lines between what came would say otherwise. */
export function withZeros(points: readonly MetricPoint[], period: Period): readonly MetricPoint[] {
  if (points.length === 0) return [];
  const stepMs = stepOf(period) * 1_000;
  const known = new Map(points.map(({ atMs, value }) => [atMs, value]));
  const first = points[0]?.atMs ?? period.startMs;
  const filled: MetricPoint[] = [];
  for (let atMs = first - Math.floor((first - period.startMs) / stepMs) * stepMs; atMs < period.endMs; atMs += stepMs) {
    filled.push({ atMs, value: known.get(atMs) ?? 0 });
  }
  return filled;
}
