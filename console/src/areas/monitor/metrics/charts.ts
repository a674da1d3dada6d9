import { type ChartLine, type MetricLines, withZeros } from '../../../parts/metrics/index.ts';
import type { Period } from '../../../parts/period/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { isCount, type Measure } from './measures.ts';

const texts = monitor.metrics;

interface Drawn {
  readonly name: keyof typeof texts.charts;
  readonly measures: readonly Measure[];
  readonly unit?: 'ms';
  /** Drawn only where there is something: most stages have no cache. */
  readonly isOptional?: boolean;
}

/** What is drawn together. */
export const CHARTS: readonly Drawn[] = [
  { name: 'requests', measures: ['requests'] },
  { name: 'errors', measures: ['clientErrors', 'serverErrors'] },
  { name: 'latency', measures: ['latencyP50', 'latencyP90', 'latencyP99'], unit: 'ms' },
  {
    name: 'integration',
    measures: ['integrationP50', 'integrationP90', 'integrationP99'],
    unit: 'ms',
  },
  { name: 'cache', measures: ['cacheHits', 'cacheMisses'], isOptional: true },
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
