import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf } from '../../histogram/index.ts';
import type { ServedStage } from '../../model/index.ts';
import { served } from '../testing/served.ts';
import { CountingHistogram } from './counting-histogram.ts';
import { cloudWatchDataOf, StageMetrics } from './index.ts';

const dev: ServedStage = {
  apiId: 'abc123',
  apiName: 'pets',
  stage: 'dev',
  scope: { accountId: '000000000000', region: 'us-east-1' },
};

function dataOf(stage: ServedStage, ...requests: readonly Parameters<typeof served>[0][]) {
  const metrics = new StageMetrics();
  for (const request of requests) metrics.countersOf(stage).count(served(request));
  return metrics.take().flatMap((counts) => cloudWatchDataOf(counts, 1_000));
}

/** Each set of dimensions once, as text. */
function dimensionsOf(data: ReturnType<typeof dataOf>): readonly string[] {
  return [...new Set(data.map(({ dimensions }) => dimensions.map(({ name, value }) => `${name}=${value}`).join(' ')))];
}

describe('what CloudWatch is told of requests (telemetry E.1)', () => {
  it('REST APIs: by ApiName, and by ApiName and Stage', () => {
    const data = dataOf(dev, { status: 200 }, { status: 404 }, { status: 500, integrationLatencyMs: undefined });
    expect(dimensionsOf(data)).toEqual(['ApiName=pets', 'ApiName=pets Stage=dev']);
    const ofStage = data.filter(({ dimensions }) => dimensions.length === 2);
    expect(ofStage.map(({ metricName, unit, sample }) => [metricName, unit, sample])).toEqual([
      ['Count', 'Count', { sampleCount: 3, sum: 3, minimum: 1, maximum: 1 }],
      ['4XXError', 'Count', { values: [0, 1], counts: [2, 1] }],
      ['5XXError', 'Count', { values: [0, 1], counts: [2, 1] }],
      ['Latency', 'Milliseconds', expect.objectContaining({ sampleCount: 3, minimum: 3.25, maximum: 3.25 })],
      ['IntegrationLatency', 'Milliseconds', expect.objectContaining({ sampleCount: 2, sum: 6.125 })],
    ]);
    expect(data.every(({ namespace }) => namespace === 'AWS/ApiGateway')).toBe(true);
  });

  it('hits and misses of the cache, of all requests, where the stage has one', () => {
    const data = dataOf({ ...dev, hasCache: true }, { cacheResult: 'hit' }, { cacheResult: 'miss' }, {});
    const sampleOf = (name: string) => data.find(({ metricName }) => metricName === name)?.sample;
    expect(sampleOf('CacheHitCount')).toEqual({ values: [0, 1], counts: [2, 1] });
    expect(sampleOf('CacheMissCount')).toEqual({ values: [0, 1], counts: [2, 1] });
  });

  it('a canary for its stage and by itself, a method by itself, a name without what is not ASCII', () => {
    expect(dimensionsOf(dataOf({ ...dev, isCanary: true }, {}))).toEqual([
      'ApiName=pets',
      'ApiName=pets Stage=dev',
      'ApiName=pets Stage=dev/Canary',
    ]);
    const method = { httpMethod: 'GET', resource: '/pets/{id}' };
    expect(dimensionsOf(dataOf({ ...dev, method }, {}))).toEqual([
      'ApiName=pets Method=GET Resource=/pets/{id} Stage=dev',
    ]);
    expect(dimensionsOf(dataOf({ ...dev, apiName: 'p\u00e4ts' }, {}))[0]).toBe('ApiName=pts');
    expect(dimensionsOf(dataOf({ ...dev, apiName: '\u732b' }, {}))[0]).toBe('ApiName=abc123');
  });

  it('HTTP APIs by their ids and with their own names', () => {
    const data = dataOf({ ...dev, protocol: 'HTTP' }, { status: 403, responseLength: 10 }, { responseLength: 30 });
    expect(dimensionsOf(data)).toEqual(['ApiId=abc123', 'ApiId=abc123 Stage=dev']);
    const ofApi = data.filter(({ dimensions }) => dimensions.length === 1);
    expect(ofApi.map(({ metricName }) => metricName)).toEqual([
      'Count',
      '4xx',
      '5xx',
      'DataProcessed',
      'Latency',
      'IntegrationLatency',
    ]);
    expect(ofApi[3]).toMatchObject({ unit: 'Bytes', sample: { sampleCount: 2, sum: 40, minimum: 10, maximum: 30 } });
  });
});

describe('a counting histogram', () => {
  it('has every value within 1 %, however they come, and begins anew when it was taken', () => {
    const values = fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const histogram = new CountingHistogram();
        for (const all of [first, second]) {
          for (const value of all) histogram.count(value);
          const { bins, counts, minimum, maximum } = histogram.take();
          const found = Array.from(bins).flatMap((bin, place) => Array<number>(counts[place] ?? 0).fill(middleOf(bin)));
          const sorted = [...all].sort((a, b) => a - b);
          expect([minimum, maximum, found.length]).toEqual([sorted[0], sorted.at(-1), all.length]);
          found.forEach((value, place) => {
            const truth = sorted[place] as number;
            expect(Math.abs(value - truth)).toBeLessThanOrEqual(0.01 * truth);
          });
        }
        histogram.release();
        histogram.count(7);
        expect(histogram.take().counts).toEqual(new Uint32Array([1]));
      }),
    );
  });
});
