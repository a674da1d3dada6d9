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

/** Reads any number of lines, page after page. @throws {AwsError} */
export async function readMetrics(
  aws: AwsClient,
  queries: readonly MetricQuery[],
  { startMs, endMs }: Period,
  signal?: AbortSignal,
): Promise<MetricLines> {
  const lines = new Map<string, MetricPoint[]>();
  for (let at = 0; at < queries.length; at += QUERIES) {
    const input: Input<'cloudwatch', 'getMetricData'> = {
      StartTime: new Date(startMs),
      EndTime: new Date(endMs),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: queries.slice(at, at + QUERIES).map(inputOf),
    };
    let token: string | undefined;
    do {
      const page = { ...input, ...(token !== undefined && { NextToken: token }) };
      const { MetricDataResults = [], NextToken } = await aws.call('cloudwatch', 'getMetricData', page, signal);
      for (const { Id = '', Timestamps = [], Values = [] } of MetricDataResults) {
        const points = Timestamps.map((time, index) => ({ atMs: time.getTime(), value: Values[index] ?? 0 }));
        lines.set(Id, [...(lines.get(Id) ?? []), ...points]);
      }
      token = NextToken;
    } while (token !== undefined && token !== '');
  }
  return lines;
}

function inputOf({ id, namespace, metricName, dimensions, stat, step }: MetricQuery) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: id,
    MetricStat: { Metric: { Namespace: namespace, MetricName: metricName, Dimensions }, Period: step, Stat: stat },
  };
}
