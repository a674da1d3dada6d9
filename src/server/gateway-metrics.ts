import type { MetricDatum, Scope } from '../model/index.ts';
import type { Metrics } from './metrics.ts';
import type { WorkerReport } from './worker/scaling.ts';

/** Seldom enough to cost an idle installation nothing. */
const EVERY_MS = 5_000;
/** Workers are of no region; what they say of themselves is found where clients look first. */
const REGION = 'us-east-1';

/** The metrics of `Sallyport/Gateway`: what the gateway workers of this machine say of themselves. */
export function gatewayData(loads: readonly WorkerReport[], timestampMs: number): readonly MetricDatum[] {
  const datum = (metricName: string, unit: string, values: readonly number[]): MetricDatum => ({
    namespace: 'Sallyport/Gateway',
    metricName,
    dimensions: [],
    timestampMs,
    unit,
    storageResolution: 60,
    sample: { values, counts: values.map(() => 1) },
  });
  const total = (of: (load: WorkerReport) => number): readonly number[] => [
    loads.reduce((sum, load) => sum + of(load), 0),
  ];
  return [
    datum('Workers', 'Count', [loads.length]),
    datum(
      'EventLoopUtilization',
      'Percent',
      loads.map(({ utilization }) => 100 * utilization),
    ),
    datum(
      'EventLoopDelay',
      'Milliseconds',
      loads.map(({ delayP99Ms }) => delayP99Ms),
    ),
    datum(
      'Connections',
      'Count',
      total(({ connections }) => connections),
    ),
    datum(
      'UpstreamConnections',
      'Count',
      total(({ upstreamConnections }) => upstreamConnections),
    ),
    datum(
      'UpstreamQueue',
      'Count',
      total(({ waiting }) => waiting),
    ),
  ];
}

/** @returns how to stop */
export function startGatewayMetrics(
  loads: () => readonly WorkerReport[],
  metrics: Pick<Metrics, 'keep'>,
  accountId: string,
): () => void {
  const scope: Scope = { accountId, region: REGION };
  const timer = setInterval(() => {
    const now = loads();
    if (now.length > 0) metrics.keep(scope, gatewayData(now, Date.now()));
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
