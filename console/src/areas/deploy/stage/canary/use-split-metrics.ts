import type { Output } from '../../../../aws/index.ts';
import { mapped, type Read, useCall } from '../../../../data/index.ts';

/** What was counted of one release. */
export interface ReleaseFigures {
  readonly requests: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Milliseconds, of all requests together. */
  readonly latency: number;
  /** Requests by the start of their period, milliseconds since the epoch. */
  readonly series: ReadonlyMap<number, number>;
}

export interface SplitFigures {
  readonly current: ReleaseFigures;
  readonly canary: ReleaseFigures;
}

const METRICS = [
  ['requests', 'Count'],
  ['clientErrors', '4XXError'],
  ['serverErrors', '5XXError'],
  ['latency', 'Latency'],
] as const;
type Figure = (typeof METRICS)[number][0];

/**
 * What the stage counted beside what its canary did. The stage's metrics hold the canary's (guide, "canary release"), which also
 * stand by themselves under the stage `NAME/Canary`; sums alone can be taken apart so, which is why there are no percentiles.
 * @param until milliseconds since the epoch, a whole period
 */
export function useSplitMetrics(
  apiName: string,
  stageName: string,
  minutes: number,
  until: number,
): Read<SplitFigures> {
  const queries = [
    ...METRICS.map(([id, metric]) => query(`stage_${id}`, metric, apiName, stageName, periodOf(minutes))),
    ...METRICS.map(([id, metric]) => query(`canary_${id}`, metric, apiName, `${stageName}/Canary`, periodOf(minutes))),
  ];
  const read = useCall(
    'cloudwatch',
    'getMetricData',
    {
      StartTime: new Date(until - minutes * 60_000),
      EndTime: new Date(until),
      MetricDataQueries: queries,
      ScanBy: 'TimestampAscending',
    },
    { enabled: apiName !== '', keepPrevious: true },
  );
  return mapped(read, split);
}

/** Seconds that one figure is of. A day would be 1440 points of a minute. */
export function periodOf(minutes: number): number {
  return minutes > 180 ? 300 : 60;
}

function query(id: string, metric: string, apiName: string, stage: string, Period: number) {
  const dimensions = [
    { Name: 'ApiName', Value: apiName },
    { Name: 'Stage', Value: stage },
  ];
  const Metric = { Namespace: 'AWS/ApiGateway', MetricName: metric, Dimensions: dimensions };
  return { Id: id, MetricStat: { Metric, Period, Stat: 'Sum' } };
}

type Data = Output<'cloudwatch', 'getMetricData'>;

function split(data: Data): SplitFigures {
  const all = figures(data, 'stage');
  const canary = figures(data, 'canary');
  const series = new Map([...all.series].map(([time, count]) => [time, count - (canary.series.get(time) ?? 0)]));
  return {
    canary,
    current: {
      requests: all.requests - canary.requests,
      clientErrors: all.clientErrors - canary.clientErrors,
      serverErrors: all.serverErrors - canary.serverErrors,
      latency: all.latency - canary.latency,
      series,
    },
  };
}

function figures({ MetricDataResults = [] }: Data, release: string): ReleaseFigures {
  const result = (figure: Figure) => MetricDataResults.find(({ Id }) => Id === `${release}_${figure}`);
  const sum = (figure: Figure) => (result(figure)?.Values ?? []).reduce((total, value) => total + value, 0);
  const { Timestamps = [], Values = [] } = result('requests') ?? {};
  return {
    requests: sum('requests'),
    clientErrors: sum('clientErrors'),
    serverErrors: sum('serverErrors'),
    latency: sum('latency'),
    series: new Map(Timestamps.map((time, index) => [time.getTime(), Values[index] ?? 0])),
  };
}
