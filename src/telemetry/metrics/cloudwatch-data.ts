import type { Histogram } from '../../histogram/index.ts';
import type { MetricDatum, MetricDimension, MetricSample, ServedStage } from '../../model/index.ts';
import type { CountedValues } from './counting-histogram.ts';
import { ROW } from './layout.ts';
import type { StageCounts } from './stage-counters.ts';

/** A metric of requests, before it is told of whom. */
interface Measure {
  readonly metricName: string;
  readonly unit: string;
  readonly sample: MetricSample;
}

/** What was counted of requests, as CloudWatch has it in `AWS/ApiGateway` (telemetry E.1). */
export function cloudWatchDataOf(counts: StageCounts, timestampMs: number): readonly MetricDatum[] {
  const measures = counts.stage.protocol === 'HTTP' ? httpMeasures(counts) : restMeasures(counts);
  return dimensionsOf(counts.stage).flatMap((dimensions) =>
    measures.map((measure) => ({
      namespace: 'AWS/ApiGateway',
      dimensions,
      timestampMs,
      storageResolution: 60 as const,
      ...measure,
    })),
  );
}

/**
 * Guide, "Amazon API Gateway dimensions and metrics" and "Monitor HTTP API metrics". What a canary serves is the stage's, and is
 * told by itself as well (guide, "canary release").
 */
function dimensionsOf(stage: ServedStage): readonly (readonly MetricDimension[])[] {
  const api =
    stage.protocol === 'HTTP'
      ? { name: 'ApiId', value: stage.apiId }
      : { name: 'ApiName', value: asciiName(stage.apiName, stage.apiId) };
  const stageName = (value: string) => ({ name: 'Stage', value });
  if (stage.method !== undefined) {
    const { httpMethod, resource } = stage.method;
    const method = [
      { name: 'Method', value: httpMethod },
      { name: 'Resource', value: resource.slice(0, DIMENSION_LENGTH) },
    ];
    return [[api, ...method, stageName(stage.stage)]];
  }
  const canary = stage.isCanary ? [[api, stageName(`${stage.stage}/Canary`)]] : [];
  return [[api], [api, stageName(stage.stage)], ...canary];
}

const DIMENSION_LENGTH = 255;

/** Telemetry E.1: an API's name loses what is not ASCII, and if nothing is left its id stands for it. */
function asciiName(name: string, id: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '').trim();
  return ascii === '' ? id : ascii.slice(0, DIMENSION_LENGTH);
}

function restMeasures(counts: StageCounts): readonly Measure[] {
  const { stage, row } = counts;
  const count = row[ROW.count] as number;
  return [
    counted('Count', count),
    shared('4XXError', count, row[ROW.clientErrors] as number),
    shared('5XXError', count, row[ROW.serverErrors] as number),
    ...(stage.hasCache
      ? [
          shared('CacheHitCount', count, row[ROW.cacheHits] as number),
          shared('CacheMissCount', count, row[ROW.cacheMisses] as number),
        ]
      : []),
    ...latencies(counts),
  ];
}

function httpMeasures(counts: StageCounts): readonly Measure[] {
  const { row, bytes } = counts;
  const count = row[ROW.count] as number;
  return [
    counted('Count', count),
    shared('4xx', count, row[ROW.clientErrors] as number),
    shared('5xx', count, row[ROW.serverErrors] as number),
    ...spread('DataProcessed', 'Bytes', count, row[ROW.responseBytes] as number, bytes),
    ...latencies(counts),
  ];
}

/** One for each request. */
function counted(metricName: string, count: number): Measure {
  return { metricName, unit: 'Count', sample: { sampleCount: count, sum: count, minimum: 1, maximum: 1 } };
}

/** One for each request that it holds for and zero for each other, so that the average is a rate. */
function shared(metricName: string, count: number, held: number): Measure {
  return { metricName, unit: 'Count', sample: { values: [0, 1], counts: [count - held, held] } };
}

function latencies({ row, latency, integrationLatency }: StageCounts): readonly Measure[] {
  const figure = (place: number) => row[place] as number;
  return [
    ...spread('Latency', 'Milliseconds', figure(ROW.count), figure(ROW.latencySumMs), latency),
    ...spread(
      'IntegrationLatency',
      'Milliseconds',
      figure(ROW.integrationCount),
      figure(ROW.integrationLatencySumMs),
      integrationLatency,
    ),
  ];
}

/** A metric whose values differ; none where nothing was counted. */
function spread(
  metricName: string,
  unit: string,
  sampleCount: number,
  sum: number,
  counted: CountedValues | undefined,
): readonly Measure[] {
  if (sampleCount === 0 || counted === undefined) return [];
  const { minimum, maximum } = counted;
  return [{ metricName, unit, sample: { sampleCount, sum, minimum, maximum, histogram: histogramOf(counted) } }];
}

/** For the store. */
export function histogramOf({ bins, counts }: CountedValues): Histogram {
  return { bins: Array.from(bins), counts: Array.from(counts) };
}
