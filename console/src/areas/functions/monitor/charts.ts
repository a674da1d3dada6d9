import { type ChartLine, type MetricLines, type MetricQuery, withZeros } from '../../../parts/metrics/index.ts';
import type { Period } from '../../../parts/period/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';

const texts = functionVersions.monitor;

/** What is measured of functions (Lambda guide, "Types of metrics for Lambda functions"). */
const MEASURES = {
  invocations: { metricName: 'Invocations', stat: 'Sum' },
  errors: { metricName: 'Errors', stat: 'Sum' },
  throttles: { metricName: 'Throttles', stat: 'Sum' },
  durationP50: { metricName: 'Duration', stat: 'p50' },
  durationP99: { metricName: 'Duration', stat: 'p99' },
  concurrency: { metricName: 'ConcurrentExecutions', stat: 'Maximum' },
} as const;

type Measure = keyof typeof MEASURES;

interface Chart {
  readonly name: keyof typeof texts.charts;
  readonly measures: readonly Measure[];
  readonly unit?: 'ms';
}

/** What is drawn together. */
export const CHARTS: readonly Chart[] = [
  { name: 'invocations', measures: ['invocations'] },
  { name: 'duration', measures: ['durationP50', 'durationP99'], unit: 'ms' },
  { name: 'errors', measures: ['errors', 'throttles'] },
  { name: 'concurrency', measures: ['concurrency'] },
];

export function queriesOf(dimensions: Readonly<Record<string, string>>, step: number): readonly MetricQuery[] {
  return Object.entries(MEASURES).map(([measure, { metricName, stat }]) => ({
    id: `m_${measure}`,
    namespace: 'AWS/Lambda',
    metricName,
    dimensions,
    stat,
    step,
  }));
}

export function linesOf({ measures }: Chart, lines: MetricLines | undefined, period: Period): readonly ChartLine[] {
  return measures.map((measure) => {
    const points = lines?.get(`m_${measure}`) ?? [];
    return {
      title: texts.measures[measure],
      points: MEASURES[measure].stat === 'Sum' ? withZeros(points, period) : points,
    };
  });
}
