import {
  AggregationTemporality,
  DataPointType,
  type ExponentialHistogram,
  type Histogram,
} from '@opentelemetry/sdk-metrics';
import { describe, expect, it } from 'vitest';
import { type Family, labelsOf } from '../../exposition/index.ts';
import { type MetricMessage, metricMessages } from './messages.ts';
import { SeriesBook } from './series-book.ts';

// OpenTelemetry, "Metrics Data Model".

const EXPLICIT = { isExponential: false };

function jobs(...counts: readonly (readonly [kind: string, count: number])[]): Family {
  const samples = counts.map(([kind, value]) => ({ labels: labelsOf({ kind }), value }));
  return { name: 'jobs', type: 'counter', help: 'Jobs.', samples };
}

function waits(values: readonly number[]): Family {
  return {
    name: 'wait_seconds',
    type: 'histogram',
    unit: 'seconds',
    help: 'Waits.',
    bounds: [1],
    samples: [
      {
        buckets: [values.filter((value) => value <= 1).length, values.filter((value) => value > 1).length],
        sum: values.reduce((sum, value) => sum + value, 0),
        count: values.length,
        values: values.map((value) => [value, 1] as const),
      },
    ],
  };
}

/** What is sent at a time, and what of it arrives. */
function sent(
  book: SeriesBook,
  families: readonly Family[],
  nowMs: number,
  options: {
    readonly isDelta?: boolean;
    readonly isExponential?: boolean;
    readonly arrives?: boolean;
    readonly limit?: number;
  } = {},
) {
  const { isDelta = false, isExponential = false, arrives = true, limit = 1_000 } = options;
  const messages: MetricMessage[] = [];
  for (const message of metricMessages(families, book, { isDelta, isExponential }, nowMs, limit)) {
    messages.push(message);
    message.settle(arrives);
  }
  return messages.flatMap(({ metrics }) =>
    metrics.flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes, startTime, endTime, value }) => ({
        name: descriptor.name,
        kind: attributes.kind,
        time: [startTime[0], endTime[0]],
        value,
      })),
    ),
  );
}

describe('counts since the start', () => {
  it('are told as they are, from when they were not there', () => {
    const book = new SeriesBook(false, 1_000);
    expect(sent(book, [jobs(['a', 3])], 5_000)).toEqual([{ name: 'jobs', kind: 'a', time: [1, 5], value: 3 }]);
    expect(sent(book, [jobs(['a', 4], ['b', 1])], 9_000)).toEqual([
      { name: 'jobs', kind: 'a', time: [1, 9], value: 4 },
      { name: 'jobs', kind: 'b', time: [5, 9], value: 1 },
    ]);
  });

  it('begin anew where they go back', () => {
    const book = new SeriesBook(false, 1_000);
    sent(book, [jobs(['a', 3])], 5_000);
    expect(sent(book, [jobs(['a', 1])], 9_000)).toEqual([{ name: 'jobs', kind: 'a', time: [5, 9], value: 1 }]);
  });
});

describe('counts since the last time', () => {
  const isDelta = true;

  it('are the differences, and nothing where there is none', () => {
    const book = new SeriesBook(true, 1_000);
    sent(book, [jobs(['a', 3], ['b', 2])], 5_000, { isDelta });
    expect(sent(book, [jobs(['a', 5], ['b', 2])], 9_000, { isDelta })).toEqual([
      { name: 'jobs', kind: 'a', time: [5, 9], value: 2 },
    ]);
    expect(sent(book, [jobs(['a', 5], ['b', 3])], 13_000, { isDelta })).toEqual([
      { name: 'jobs', kind: 'b', time: [5, 13], value: 1 },
    ]);
  });

  it('hold what did not arrive', () => {
    const book = new SeriesBook(true, 1_000);
    sent(book, [jobs(['a', 3])], 5_000, { isDelta });
    sent(book, [jobs(['a', 5])], 9_000, { isDelta, arrives: false });
    expect(sent(book, [jobs(['a', 6])], 13_000, { isDelta })).toEqual([
      { name: 'jobs', kind: 'a', time: [5, 13], value: 3 },
    ]);
  });

  it('begin anew where they go back, also when that does not arrive', () => {
    const book = new SeriesBook(true, 1_000);
    sent(book, [jobs(['a', 3])], 5_000, { isDelta });
    sent(book, [jobs(['a', 1])], 9_000, { isDelta, arrives: false });
    expect(sent(book, [jobs(['a', 4])], 13_000, { isDelta })).toEqual([
      { name: 'jobs', kind: 'a', time: [5, 13], value: 4 },
    ]);
  });

  it('are those of histograms, too, bucket by bucket', () => {
    for (const isExponential of [false, true]) {
      const book = new SeriesBook(true, 0);
      sent(book, [waits([0.5, 2])], 1_000, { isDelta, isExponential });
      const [point] = sent(book, [waits([0.5, 2, 4, 0])], 2_000, { isDelta, isExponential });
      expect(point?.value).toMatchObject({ count: 2, sum: 4 });
      expect(point?.value).toMatchObject(
        isExponential ? { zeroCount: 1, positive: { bucketCounts: [1] } } : { buckets: { counts: [1, 1] } },
      );
    }
  });
});

it('messages have a bounded number of points', () => {
  const book = new SeriesBook(false, 0);
  const families = [jobs(['a', 1], ['b', 1], ['c', 1])];
  const sizes: number[] = [];
  for (const message of metricMessages(families, book, { ...EXPLICIT, isDelta: false }, 1_000, 2)) {
    sizes.push(message.points);
    message.settle(true);
  }
  expect(sizes).toEqual([2, 1]);
});

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

describe('a metric', () => {
  const all = (isExponential: boolean) => {
    const gauge: Family = {
      name: 'load_ratio',
      type: 'gauge',
      unit: 'ratio',
      help: 'Load.',
      samples: [{ value: 0.5 }],
    };
    const info: Family = {
      name: 'build',
      type: 'info',
      help: 'Build.',
      samples: [{ labels: labelsOf({ v: '1' }), value: 1 }],
    };
    const families = [jobs(['a', 3]), waits([0, 0.5, 2]), gauge, info];
    const [message] = metricMessages(families, new SeriesBook(false, 0), { isDelta: false, isExponential }, 1_000, 99);
    return new Map(message?.metrics.map((metric) => [metric.descriptor.name, metric]));
  };

  it('is what its family is: a sum, a histogram, or a gauge', () => {
    const metrics = all(false);
    const cumulative = { aggregationTemporality: AggregationTemporality.CUMULATIVE };
    expect(metrics.get('jobs')).toMatchObject({ ...cumulative, dataPointType: DataPointType.SUM, isMonotonic: true });
    expect(metrics.get('wait_seconds')).toMatchObject({ ...cumulative, dataPointType: DataPointType.HISTOGRAM });
    expect(metrics.get('wait_seconds')?.descriptor).toMatchObject({ unit: 's', description: 'Waits.' });
    const histogram = metrics.get('wait_seconds')?.dataPoints[0]?.value as Histogram;
    expect(histogram).toEqual({ count: 3, sum: 2.5, buckets: { boundaries: [1], counts: [2, 1] } });
    expect(metrics.get('load_ratio')).toMatchObject({ dataPointType: DataPointType.GAUGE, descriptor: { unit: '1' } });
    expect(metrics.get('build')?.dataPoints[0]).toMatchObject({ attributes: { v: '1' }, value: 1 });
  });

  it('whose values are kept is an exponential histogram where that is wanted', () => {
    const metric = all(true).get('wait_seconds');
    expect(metric?.dataPointType).toBe(DataPointType.EXPONENTIAL_HISTOGRAM);
    const [point] = known(metric).dataPoints;
    const { scale, zeroCount, positive } = known(point).value as ExponentialHistogram;
    // 0.5 = 2^-1 and 2 = 2^1 are the upper bounds of their buckets.
    expect([scale, zeroCount, positive.offset]).toEqual([6, 1, -65]);
    expect([positive.bucketCounts.length, positive.bucketCounts[0], positive.bucketCounts.at(-1)]).toEqual([129, 1, 1]);
  });
});
