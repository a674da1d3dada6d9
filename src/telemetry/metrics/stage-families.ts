import type { ServedStage } from '../../model/index.ts';
import { type Exemplar, type Family, type FamilySample, labelText } from '../exposition/index.ts';
import { LATENCY_BOUNDS_MS } from './latency-bounds.ts';
import { BUCKETS, ROW } from './layout.ts';
import type { StageTotal } from './stage-counters.ts';

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
  },
  {
    name: 'integration_latency',
    help: 'From the call of an integration to its response (CloudWatch: IntegrationLatency).',
    count: ROW.integrationCount,
    sum: ROW.integrationLatencySumMs,
    buckets: ROW.integrationLatencyBuckets,
  },
] as const;

/** With the last sampled requests by the places of their buckets of latencies. */
interface ExemplifiedTotal extends StageTotal {
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
  const stages = totals.map(({ stage, row, exemplars }) => ({ labels: labelsOf(stage), row, exemplars }));
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
        samples: histogramSamples(stages, histogram),
      }),
    ),
  ];
}

function* histogramSamples(
  stages: readonly (Pick<ExemplifiedTotal, 'row' | 'exemplars'> & { readonly labels: string })[],
  { name, buckets, sum, count }: (typeof HISTOGRAMS)[number],
): Generator<FamilySample> {
  for (const { labels, row, exemplars } of stages) {
    const at = (place: number): number => row[place] as number;
    let below = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      below += at(buckets + bucket);
      const exemplar = name === 'latency' ? exemplars[bucket] : undefined;
      yield { suffix: '_bucket', labels, le: boundOf(bucket), value: below, exemplar };
    }
    yield { suffix: '_sum', labels, value: at(sum) / 1000 };
    yield { suffix: '_count', labels, value: at(count) };
  }
}

function boundOf(bucket: number): number {
  return (LATENCY_BOUNDS_MS[bucket] ?? Number.POSITIVE_INFINITY) / 1000;
}

function labelsOf({ apiId, apiName, stage, isCanary, method }: ServedStage): string {
  return labelText({
    api_id: apiId,
    api_name: apiName,
    stage,
    canary: isCanary && 'true',
    method: method?.httpMethod,
    resource: method?.resource,
  });
}
