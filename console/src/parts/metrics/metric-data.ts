import type { AwsClient, Input } from '../../aws/index.ts';
import type { Period } from '../period/index.ts';

/** One line of points that is asked for. */
export interface MetricQuery {
  /** Unique among those asked for together; begins with a lower-case letter. */
  readonly id: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Sum`, `p99`. */
  readonly stat: string;
  /** Seconds. */
  readonly step: number;
}

export interface MetricPoint {
  readonly atMs: number;
  readonly value: number;
}

/** What came of each query, by its id, the oldest point first. */
export type MetricLines = ReadonlyMap<string, readonly MetricPoint[]>;

/** API reference, `GetMetricData`: queries of one call. */
const QUERIES = 500;

type DataQuery = NonNullable<Input<'cloudwatch', 'getMetricData'>['MetricDataQueries']>[number];

/** What came of one query; one that searches gives several, told apart by their labels. */
export interface MetricSeries {
  readonly id: string;
  readonly label: string;
  readonly points: readonly MetricPoint[];
}

/** Reads what any number of queries come to, page after page; those that need each other must fit into one call. @throws {AwsError} */
export async function readSeries(
  aws: AwsClient,
  queries: readonly DataQuery[],
  { startMs, endMs }: Period,
  signal?: AbortSignal,
): Promise<readonly MetricSeries[]> {
  const series = new Map<string, MetricSeries>();
  for (let at = 0; at < queries.length; at += QUERIES) {
    const input: Input<'cloudwatch', 'getMetricData'> = {
      StartTime: new Date(startMs),
      EndTime: new Date(endMs),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: queries.slice(at, at + QUERIES),
    };
    let token: string | undefined;
    do {
      const page = { ...input, ...(token !== undefined && { NextToken: token }) };
      const { MetricDataResults = [], NextToken } = await aws.call('cloudwatch', 'getMetricData', page, signal);
      for (const { Id: id = '', Label: label = '', Timestamps = [], Values = [] } of MetricDataResults) {
        const key = `${id} ${label}`;
        const points = Timestamps.map((time, index) => ({ atMs: time.getTime(), value: Values[index] ?? 0 }));
        series.set(key, { id, label, points: [...(series.get(key)?.points ?? []), ...points] });
      }
      token = NextToken;
    } while (token !== undefined && token !== '');
  }
  return [...series.values()];
}

/** Reads any number of metrics, each a line. @throws {AwsError} */
export async function readMetrics(
  aws: AwsClient,
  queries: readonly MetricQuery[],
  period: Period,
  signal?: AbortSignal,
): Promise<MetricLines> {
  const series = await readSeries(aws, queries.map(dataQuery), period, signal);
  return new Map(series.map(({ id, points }) => [id, points]));
}

/** As `GetMetricData` takes it. */
export function dataQuery({ id, namespace, metricName, dimensions, stat, step }: MetricQuery): DataQuery {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: id,
    MetricStat: { Metric: { Namespace: namespace, MetricName: metricName, Dimensions }, Period: step, Stat: stat },
  };
}
