import type { ServedStage } from '../../model/index.ts';
import { type Exemplar, type Family, type HistogramSample, type Labels, labelsOf } from '../exposition/index.ts';
import { type KeptTotal, secondsOf } from './kept-values.ts';
import { LATENCY_BOUNDS_S } from './latency-bounds.ts';
import { BUCKETS, ROW } from './layout.ts';

/** CloudWatch's metrics that only count. */
const COUNTERS: readonly { readonly name: string; readonly help: string; readonly place: number }[] = [
  { name: 'count', help: 'Requests to a stage (CloudWatch: Count).', place: ROW.count },
  { name: '4xxerror', help: 'Requests answered with 400 to 499 (CloudWatch: 4XXError).', place: ROW.clientErrors },
  { name: '5xxerror', help: 'Requests answered with 500 or more (CloudWatch: 5XXError).', place: ROW.serverErrors },
  {
    name: '429error',
    help: 'Requests answered with 429: throttled, over a quota, or refused so by a backend; part of 4XXError.',
    place: ROW.tooMany,
  },
  {
    name: 'cache_hit',
    help: 'Requests answered from the cache of their stage (CloudWatch: CacheHitCount).',
    place: ROW.cacheHits,
  },
  {
    name: 'cache_miss',
    help: 'Requests that the cache of their stage had no response for (CloudWatch: CacheMissCount).',
    place: ROW.cacheMisses,
  },
];

const HISTOGRAMS = [
  {
    name: 'latency',
    help: 'From request to response (CloudWatch: Latency).',
    count: ROW.count,
    sum: ROW.latencySumMs,
    buckets: ROW.latencyBuckets,
    values: 'latency',
  },
  {
    name: 'integration_latency',
    help: 'From the call of an integration to its response (CloudWatch: IntegrationLatency).',
    count: ROW.integrationCount,
    sum: ROW.integrationLatencySumMs,
    buckets: ROW.integrationLatencyBuckets,
    values: 'integrationLatency',
  },
] as const;

/** With the last sampled requests by the places of their buckets of latencies. */
interface ExemplifiedTotal extends KeptTotal {
  readonly exemplars: readonly (Exemplar | undefined)[];
}

/** What was counted of requests. Methods have names of their own, so that a sum over stages counts nothing twice. */
export function stageFamilies(totals: readonly ExemplifiedTotal[]): readonly Family[] {
  const ofStages = totals.filter(({ stage }) => stage.method === undefined);
  const ofMethods = totals.filter(({ stage }) => stage.method !== undefined);
  return [
    ...families(ofStages, 'sallyport_apigateway_'),
    ...(ofMethods.length === 0 ? [] : families(ofMethods, 'sallyport_apigateway_method_')),
  ];
}

function families(totals: readonly ExemplifiedTotal[], prefix: string): readonly Family[] {
  const stages = totals.map((total) => ({ ...total, labels: stageLabels(total.stage) }));
  return [
    ...COUNTERS.map(
      ({ name, help, place }): Family => ({
        name: prefix + name,
        type: 'counter',
        help,
        samples: stages.map(({ labels, row }) => ({ labels, value: row[place] as number })),
      }),
    ),
    ...HISTOGRAMS.map(
      (histogram): Family => ({
        name: `${prefix}${histogram.name}_seconds`,
        type: 'histogram',
        unit: 'seconds',
        help: histogram.help,
        bounds: LATENCY_BOUNDS_S,
        samples: histogramSamples(stages, histogram),
      }),
    ),
  ];
}

function* histogramSamples(
  stages: readonly (ExemplifiedTotal & { readonly labels: Labels })[],
  { name, values, buckets, sum, count }: (typeof HISTOGRAMS)[number],
): Generator<HistogramSample> {
  for (const { labels, row, exemplars, kept } of stages) {
    yield {
      labels,
      buckets: row.subarray(buckets, buckets + BUCKETS),
      sum: (row[sum] as number) / 1000,
      count: row[count] as number,
      ...(name === 'latency' && { exemplars }),
      ...(kept && { values: secondsOf(kept[values]) }),
    };
  }
}

function stageLabels({ apiId, apiName, stage, isCanary, method }: ServedStage): Labels {
  return labelsOf({
    api_id: apiId,
    api_name: apiName,
    stage,
    canary: isCanary && 'true',
    method: method?.httpMethod,
    resource: method?.resource,
  });
}
