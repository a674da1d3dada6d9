import type { ServedStage } from '../../model/index.ts';
import { LATENCY_BOUNDS_MS } from './latency-bounds.ts';
import { BUCKETS, ROW } from './layout.ts';
import type { StageTotal } from './stage-counters.ts';

/** CloudWatch's metrics that only count. */
const COUNTERS: readonly { readonly name: string; readonly help: string; readonly place: number }[] = [
  { name: 'count', help: 'Requests to a stage (CloudWatch: Count).', place: ROW.count },
  { name: '4xxerror', help: 'Requests answered with 400 to 499 (CloudWatch: 4XXError).', place: ROW.clientErrors },
  { name: '5xxerror', help: 'Requests answered with 500 or more (CloudWatch: 5XXError).', place: ROW.serverErrors },
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

/**
 * The metrics in Prometheus's text format (Prometheus documentation, "Exposition formats", 0.0.4). What is counted of methods has
 * names of its own, so that a sum over stages counts nothing twice.
 */
export function exposition(totals: readonly StageTotal[]): string {
  const ofMethods = totals.filter(({ stage }) => stage.method !== undefined);
  const page = families(
    totals.filter(({ stage }) => stage.method === undefined),
    'sallyport_apigateway_',
  );
  return ofMethods.length === 0 ? page : page + families(ofMethods, 'sallyport_apigateway_method_');
}

function families(totals: readonly StageTotal[], prefix: string): string {
  const stages = totals.map(({ stage, row }) => ({ labels: labelsOf(stage), row }));
  let text = '';
  for (const { name, help, place } of COUNTERS) {
    const family = `${prefix}${name}_total`;
    text += head(family, 'counter', help);
    for (const { labels, row } of stages) text += `${family}{${labels}} ${row[place]}\n`;
  }
  for (const histogram of HISTOGRAMS) {
    const family = `${prefix}${histogram.name}_seconds`;
    text += head(family, 'histogram', histogram.help);
    for (const { labels, row } of stages) {
      let below = 0;
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        below += row[histogram.buckets + bucket] as number;
        text += `${family}_bucket{${labels},le="${boundOf(bucket)}"} ${below}\n`;
      }
      text += `${family}_sum{${labels}} ${(row[histogram.sum] as number) / 1000}\n`;
      text += `${family}_count{${labels}} ${row[histogram.count]}\n`;
    }
  }
  return text;
}

function boundOf(bucket: number): string {
  const boundMs = LATENCY_BOUNDS_MS[bucket];
  return boundMs === undefined ? '+Inf' : String(boundMs / 1000);
}

function head(family: string, type: string, help: string): string {
  return `# HELP ${family} ${help}\n# TYPE ${family} ${type}\n`;
}

function labelsOf({ apiId, apiName, stage, isCanary, method }: ServedStage): string {
  const canary = isCanary ? ',canary="true"' : '';
  const ofMethod = method ? `,method="${escaped(method.httpMethod)}",resource="${escaped(method.resource)}"` : '';
  return `api_id="${escaped(apiId)}",api_name="${escaped(apiName)}",stage="${escaped(stage)}"${canary}${ofMethod}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
