import type { ChartLine, MetricLines, MetricPoint } from '../../../parts/metrics/index.ts';
import { type Period, stepOf } from '../../../parts/period/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { isCount, type Measure } from './measures.ts';

const texts = monitor.metrics;
const BOTH = ['REST', 'HTTP'] as const;

interface Drawn {
  readonly name: keyof typeof texts.charts;
  readonly measures: readonly Measure[];
  readonly protocols: readonly ('REST' | 'HTTP')[];
  readonly unit?: 'ms';
}

/** What is drawn together. */
export const CHARTS: readonly Drawn[] = [
  { name: 'requests', measures: ['requests'], protocols: BOTH },
  { name: 'errors', measures: ['clientErrors', 'serverErrors'], protocols: BOTH },
  { name: 'latency', measures: ['latencyP50', 'latencyP90', 'latencyP99'], protocols: BOTH, unit: 'ms' },
  {
    name: 'integration',
    measures: ['integrationP50', 'integrationP90', 'integrationP99'],
    protocols: BOTH,
    unit: 'ms',
  },
  { name: 'cache', measures: ['cacheHits', 'cacheMisses'], protocols: ['REST'] },
];

/** The lines of a chart; those of the period before are moved to where they can be compared. */
export function linesOf(
  measures: readonly Measure[],
  now: MetricLines | undefined,
  before: MetricLines | undefined,
  period: Period,
  colors: Readonly<Partial<Record<Measure, string>>>,
): readonly ChartLine[] {
  const byMs = period.endMs - period.startMs;
  const current = measures.map((measure) => {
    const points = now?.get(`m_${measure}`) ?? [];
    const color = colors[measure];
    return {
      title: texts.measures[measure],
      points: isCount(measure) ? withZeros(points, period) : points,
      ...(color !== undefined && { color }),
    };
  });
  const previous = measures.map((measure) => {
    const points = before?.get(`m_${measure}`) ?? [];
    return {
      title: texts.before(texts.measures[measure]),
      points: points.map(({ atMs, value }) => ({ atMs: atMs + byMs, value })),
    };
  });
  return [...current, ...(before ? previous : [])];
}

/** Nothing is counted where nothing came; lines between what came would say otherwise. */
function withZeros(points: readonly MetricPoint[], period: Period): readonly MetricPoint[] {
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
