import { ValueType } from '@opentelemetry/api';
import { AggregationTemporality, type DataPoint, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';
import type { Family, HistogramSample, Labels, NumberSample } from '../../exposition/index.ts';
import { hrTimeOf } from '../hr-time.ts';
import type { MetricTerms } from '../targets.ts';
import { denseBuckets, exponentialOf } from './exponential.ts';
import type { Counted } from './points.ts';
import type { SeriesBook, ToldSeries } from './series-book.ts';

/** Some metrics that are sent together. */
export interface MetricMessage {
  readonly metrics: MetricData[];
  readonly points: number;
  /** To be called before the next message is taken. */
  settle(hasArrived: boolean): void;
}

/** One sample on its way into a message. */
interface Point {
  readonly family: Family;
  readonly labels: Labels | undefined;
  /** Of what is counted: what the book is told once it has arrived. */
  readonly counted?: Counted;
  readonly told?: ToldSeries;
  readonly value: number;
}

/**
 * Families as OpenTelemetry's metrics, by the same names and labels as on `/metrics`: counters are monotonic sums, infos gauges that are 1
 * (OpenTelemetry, "Metrics Data Model").
 * @param limit data points of a message
 */
export function* metricMessages(
  families: Iterable<Family>,
  book: SeriesBook,
  terms: Pick<MetricTerms, 'isDelta' | 'isExponential'>,
  nowMs: number,
  limit: number,
): Generator<MetricMessage> {
  let points: Point[] = [];
  const message = (): MetricMessage => {
    const taken = points;
    points = [];
    return {
      metrics: metricsOf(taken, terms, nowMs),
      points: taken.length,
      settle(hasArrived) {
        for (const { family, labels, counted, told } of taken) {
          if (counted && told) book.settle(family.name, labels, counted, told, hasArrived ? nowMs : undefined);
        }
      },
    };
  };
  for (const family of families) {
    for (const sample of family.samples) {
      const point = pointOf(family, sample, book, terms.isExponential);
      if (point !== undefined) points.push(point);
      if (points.length === limit) yield message();
    }
  }
  if (points.length > 0) yield message();
  book.end(nowMs);
}

function pointOf(
  family: Family,
  sample: NumberSample | HistogramSample,
  book: SeriesBook,
  isExponential: boolean,
): Point | undefined {
  const { labels } = sample;
  if ('value' in sample && family.type !== 'counter') return { family, labels, value: sample.value };
  const counted = 'value' in sample ? { total: sample.value } : countedOf(sample, isExponential);
  const told = book.tell(family.name, labels, counted);
  return told && { family, labels, counted, told, value: told.counted.total };
}

function countedOf({ buckets, sum, count, values }: HistogramSample, isExponential: boolean): Counted {
  return isExponential && values !== undefined
    ? { total: count, sum, exponential: exponentialOf(values) }
    : { total: count, sum, buckets: Array.from(buckets) };
}

/** Points of one family lie next to each other. */
function metricsOf(points: readonly Point[], { isDelta }: Pick<MetricTerms, 'isDelta'>, nowMs: number): MetricData[] {
  const metrics: MetricData[] = [];
  for (let from = 0; from < points.length; ) {
    const { family } = points[from] as Point;
    let to = from + 1;
    while (points[to]?.family === family) to += 1;
    metrics.push(metricOf(family, points.slice(from, to), isDelta, nowMs));
    from = to;
  }
  return metrics;
}

function metricOf(family: Family, points: readonly Point[], isDelta: boolean, nowMs: number): MetricData {
  const descriptor = {
    name: family.name,
    description: family.help,
    unit: UNITS[family.unit ?? 'none'],
    valueType: family.unit === undefined ? ValueType.INT : ValueType.DOUBLE,
  };
  const aggregationTemporality = isDelta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
  const dataPoint = <Value>({ labels, told }: Point, value: Value): DataPoint<Value> => ({
    startTime: hrTimeOf(told?.startMs ?? nowMs),
    endTime: hrTimeOf(nowMs),
    attributes: labels?.values ?? {},
    value,
  });
  const numbers = () => points.map((point) => dataPoint(point, point.value));
  if (family.type === 'counter')
    return {
      descriptor,
      aggregationTemporality,
      dataPointType: DataPointType.SUM,
      isMonotonic: true,
      dataPoints: numbers(),
    };
  if (family.type !== 'histogram')
    return { descriptor, aggregationTemporality, dataPointType: DataPointType.GAUGE, dataPoints: numbers() };
  if (points[0]?.counted?.exponential !== undefined)
    return {
      descriptor,
      aggregationTemporality,
      dataPointType: DataPointType.EXPONENTIAL_HISTOGRAM,
      dataPoints: points.map((point) => dataPoint(point, exponentialValue(point))),
    };
  const boundaries = [...family.bounds];
  return {
    descriptor,
    aggregationTemporality,
    dataPointType: DataPointType.HISTOGRAM,
    dataPoints: points.map((point) => {
      const { total, sum = 0, buckets = [] } = point.told?.counted ?? NOTHING;
      return dataPoint(point, { count: total, sum, buckets: { boundaries, counts: [...buckets] } });
    }),
  };
}

/** By the Unified Code for Units of Measure, as OpenTelemetry wants them ("Metrics Semantic Conventions", "Instrument Units"). */
const UNITS = { seconds: 's', bytes: 'By', ratio: '1', none: '' } as const;

const NOTHING: Counted = { total: 0 };

function exponentialValue({ told }: Point) {
  const { total, sum = 0, exponential = { zeros: 0, byIndex: new Map() } } = told?.counted ?? NOTHING;
  const { scale, offset, bucketCounts } = denseBuckets(exponential);
  return {
    count: total,
    sum,
    scale,
    zeroCount: exponential.zeros,
    positive: { offset, bucketCounts },
    negative: { offset: 0, bucketCounts: [] },
  };
}
