import type { MetricPoint, MetricQuery } from '../../../parts/metrics/index.ts';
import type { MonitoredApi } from '../use-monitored-apis.ts';

type Protocol = MonitoredApi['protocol'];

/** What is measured of requests, with the metric's name for each kind of API (guide, "API Gateway dimensions and metrics"). */
const MEASURES = {
  requests: { stat: 'Sum', REST: 'Count', HTTP: 'Count' },
  clientErrors: { stat: 'Sum', REST: '4XXError', HTTP: '4xx' },
  serverErrors: { stat: 'Sum', REST: '5XXError', HTTP: '5xx' },
  latencyP50: { stat: 'p50', REST: 'Latency', HTTP: 'Latency' },
  latencyP90: { stat: 'p90', REST: 'Latency', HTTP: 'Latency' },
  latencyP99: { stat: 'p99', REST: 'Latency', HTTP: 'Latency' },
  integrationP50: { stat: 'p50', REST: 'IntegrationLatency', HTTP: 'IntegrationLatency' },
  integrationP90: { stat: 'p90', REST: 'IntegrationLatency', HTTP: 'IntegrationLatency' },
  integrationP99: { stat: 'p99', REST: 'IntegrationLatency', HTTP: 'IntegrationLatency' },
  cacheHits: { stat: 'Sum', REST: 'CacheHitCount', HTTP: undefined },
  cacheMisses: { stat: 'Sum', REST: 'CacheMissCount', HTTP: undefined },
} as const;

export type Measure = keyof typeof MEASURES;
export const ALL_MEASURES = Object.keys(MEASURES) as readonly Measure[];

/** Whose requests: an API, one of its stages, or one method of a stage. */
export interface Subject {
  readonly protocol: Protocol;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** @param stage empty for all of them together */
export function subjectOf(api: MonitoredApi, stage: string): Subject {
  const { protocol, id, name } = api;
  const dimensions = {
    ...(protocol === 'HTTP' ? { ApiId: id } : { ApiName: nameInMetrics(name, id) }),
    ...(stage && { Stage: stage }),
  };
  return { protocol, dimensions };
}

/** As CloudWatch has it: without what is not ASCII, and if nothing is left, the id. */
function nameInMetrics(name: string, id: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '').trim();
  return ascii === '' ? id : ascii.slice(0, 255);
}

/** @param prefix tells the subject's lines from those of others */
export function queriesOf(subject: Subject, measures: readonly Measure[], step: number, prefix = 'm'): MetricQuery[] {
  return measures.flatMap((measure) => {
    const { stat, [subject.protocol]: metricName } = MEASURES[measure];
    if (metricName === undefined) return [];
    return [
      {
        id: `${prefix}_${measure}`,
        namespace: 'AWS/ApiGateway',
        metricName,
        dimensions: subject.dimensions,
        stat,
        step,
      },
    ];
  });
}

/** A line as one figure: a sum of sums; of percentiles of several days the highest, since none can be had of all. */
export function totalOf(measure: Measure, points: readonly MetricPoint[] = []): number | undefined {
  if (MEASURES[measure].stat === 'Sum') return points.reduce((sum, { value }) => sum + value, 0);
  return points.length === 0 ? undefined : Math.max(...points.map(({ value }) => value));
}

/** Whether APIs of a kind have such a metric at all: HTTP APIs have no cache. */
export function isMeasured(measure: Measure, protocol: Protocol): boolean {
  return MEASURES[measure][protocol] !== undefined;
}

export function isCount(measure: Measure): boolean {
  return MEASURES[measure].stat === 'Sum';
}
