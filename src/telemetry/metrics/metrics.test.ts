import { describe, expect, it } from 'vitest';
import { renderPage } from '../exposition/index.ts';
import { served } from '../testing/served.ts';
import { StageMetrics, StageTotals } from './index.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
const dev = { apiId: 'abc123', apiName: 'pets', scope, stage: 'dev' };
const prod = { ...dev, stage: 'prod' };

function pageFrom(totals: StageTotals): string {
  return renderPage(totals.families(), 'text');
}

/** What the page says of a metric of one stage. */
function value(page: string, name: string, stage = 'dev', label = ''): number {
  const start = `${name}{api_id="abc123",api_name="pets",stage="${stage}"${label}} `;
  const line = page.split('\n').find((one) => one.startsWith(start));
  return Number(line?.slice(start.length) ?? Number.NaN);
}

function pageOf(...statuses: readonly number[]): string {
  const metrics = new StageMetrics();
  for (const status of statuses) metrics.countersOf(dev).count(served({ status }));
  const totals = new StageTotals();
  totals.add(metrics.take());
  return pageFrom(totals);
}

describe('requests are counted as AWS counts them (telemetry E.1)', () => {
  it('every one; 4XX for the client’s errors, 5XX for the server’s', () => {
    const page = pageOf(200, 201, 304, 400, 403, 429, 499, 500, 504);
    expect(value(page, 'sallyport_apigateway_count_total')).toBe(9);
    expect(value(page, 'sallyport_apigateway_4xxerror_total')).toBe(4);
    expect(value(page, 'sallyport_apigateway_429error_total')).toBe(1);
    expect(value(page, 'sallyport_apigateway_5xxerror_total')).toBe(2);
  });

  it('those of a canary by themselves, so that both together are the stage’s (fact D119)', () => {
    const metrics = new StageMetrics();
    metrics.countersOf(dev).count(served());
    for (let n = 0; n < 2; n++) metrics.countersOf({ ...dev, isCanary: true }).count(served({ status: 500 }));
    const totals = new StageTotals();
    totals.add(metrics.take());
    const page = pageFrom(totals);
    expect(value(page, 'sallyport_apigateway_count_total')).toBe(1);
    expect(value(page, 'sallyport_apigateway_count_total', 'dev', ',canary="true"')).toBe(2);
    expect(value(page, 'sallyport_apigateway_5xxerror_total', 'dev', ',canary="true"')).toBe(2);
  });

  it('those of a method besides those of its stage, by names of their own', () => {
    const metrics = new StageMetrics();
    metrics.countersOf(dev).count(served());
    metrics.countersOf({ ...dev, method: { httpMethod: 'GET', resource: '/pets/{id}' } }).count(served());
    const totals = new StageTotals();
    totals.add(metrics.take());
    const page = pageFrom(totals);
    expect(value(page, 'sallyport_apigateway_count_total')).toBe(1);
    const labels = ',method="GET",resource="/pets/{id}"';
    expect(value(page, 'sallyport_apigateway_method_count_total', 'dev', labels)).toBe(1);
    expect(value(page, 'sallyport_apigateway_method_latency_seconds_count', 'dev', labels)).toBe(1);
  });

  it('hits and misses where a method caches', () => {
    const metrics = new StageMetrics();
    const counters = metrics.countersOf(dev);
    for (const cacheResult of ['hit', 'hit', 'miss', undefined] as const) counters.count(served({ cacheResult }));
    const totals = new StageTotals();
    totals.add(metrics.take());
    const page = pageFrom(totals);
    expect(value(page, 'sallyport_apigateway_cache_hit_total')).toBe(2);
    expect(value(page, 'sallyport_apigateway_cache_miss_total')).toBe(1);
  });

  it('latency and integration latency in histograms that count up to each bound, in seconds', () => {
    const metrics = new StageMetrics();
    const counters = metrics.countersOf(dev);
    counters.count(served({ latencyMs: 1, integrationLatencyMs: undefined }));
    counters.count(served({ latencyMs: 30, integrationLatencyMs: 20 }));
    counters.count(served({ latencyMs: 60_000, integrationLatencyMs: 59_000 }));
    const totals = new StageTotals();
    totals.add(metrics.take());
    const page = pageFrom(totals);
    const latency = 'sallyport_apigateway_latency_seconds';
    expect(
      ['0.001', '0.025', '0.05', '30', '+Inf'].map((le) => value(page, `${latency}_bucket`, 'dev', `,le="${le}"`)),
    ).toEqual([1, 1, 2, 2, 3]);
    expect(value(page, `${latency}_count`)).toBe(3);
    expect(value(page, `${latency}_sum`)).toBeCloseTo(60.031);
    expect(value(page, 'sallyport_apigateway_integration_latency_seconds_count')).toBe(2);
    expect(value(page, 'sallyport_apigateway_integration_latency_seconds_sum')).toBeCloseTo(59.02);
  });
});

describe('counts of several processes', () => {
  it('add up, a stage apart from the other, also after a process has gone', () => {
    const totals = new StageTotals();
    for (const requests of [3, 4]) {
      const worker = new StageMetrics();
      for (let n = 0; n < requests; n++) worker.countersOf(dev).count(served());
      worker.countersOf(prod).count(served({ status: 500 }));
      totals.add(worker.take());
      expect(worker.take()).toEqual([]);
    }
    const page = pageFrom(totals);
    expect(value(page, 'sallyport_apigateway_count_total')).toBe(7);
    expect(value(page, 'sallyport_apigateway_count_total', 'prod')).toBe(2);
    expect(value(page, 'sallyport_apigateway_5xxerror_total', 'prod')).toBe(2);
  });

  it('survive the way between processes (structured clone)', () => {
    const worker = new StageMetrics();
    worker.countersOf(dev).count(served());
    const totals = new StageTotals();
    totals.add(structuredClone(worker.take()));
    totals.add([]);
    expect(value(pageFrom(totals), 'sallyport_apigateway_count_total')).toBe(1);
  });

  it('go with their stage', () => {
    const worker = new StageMetrics();
    for (const stage of [dev, prod]) worker.countersOf(stage).count(served());
    const totals = new StageTotals();
    totals.add(worker.take());
    totals.keep((apiId, stageName) => apiId === 'abc123' && stageName === 'prod');
    expect(value(pageFrom(totals), 'sallyport_apigateway_count_total', 'dev')).toBeNaN();
    expect(value(pageFrom(totals), 'sallyport_apigateway_count_total', 'prod')).toBe(1);
    worker.countersOf(dev).count(served());
    worker.keep(() => false);
    expect(worker.take()).toEqual([]);
  });

  it('of a revision go on where those of the one before ended', () => {
    const worker = new StageMetrics();
    expect(worker.countersOf({ ...dev })).toBe(worker.countersOf(dev));
  });
});

// Prometheus documentation, "Exposition formats": HELP, TYPE, then a sample a line; \\, \" and \n escaped in labels.
it('the page is in Prometheus’s text format, whatever an API is called', () => {
  const metrics = new StageMetrics();
  metrics.countersOf({ ...dev, apiName: 'a "name"\nwith \\' }).count(served());
  const totals = new StageTotals();
  totals.add(metrics.take());
  const page = pageFrom(totals);
  expect(page).toContain('{api_id="abc123",api_name="a \\"name\\"\\nwith \\\\",stage="dev"} 1\n');
  for (const line of page.split('\n')) {
    if (line !== '') expect(line).toMatch(/^(# HELP \w+ .+|# TYPE \w+ (counter|histogram)|\w+\{.*\} \S+)$/);
  }
  expect(pageFrom(new StageTotals())).toContain('# TYPE sallyport_apigateway_count_total counter\n');
});
