import { availableParallelism, totalmem } from 'node:os';
import type { OperatorEndpoint } from '../../../control/index.ts';
import { createCpuMeter } from '../../worker/load-meter.ts';
import type { WorkerPool } from '../../worker/pool.ts';
import type { Scaler } from '../../worker/scaler.ts';
import type { ScalingLimits } from '../../worker/scaling.ts';
import { systemArn } from '../system-arn.ts';
import type { DataSize } from './data-size.ts';

export interface SystemOptions {
  readonly operatorAccountId: string;
  readonly version: string;
  readonly pool: Pick<WorkerPool, 'workers' | 'replaced'>;
  /** Undefined until everything listens. */
  scaler(): Pick<Scaler, 'decisions' | 'history'> | undefined;
  readonly limits: ScalingLimits;
  readonly dataDirectory: string;
  dataSize(): Promise<DataSize>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * `GET /_sallyport/system`: the processes, what they use and serve, changes of their number and why, and what lies on the disk.
 * `sallyport:GetSystem`.
 */
export function systemEndpoint(options: SystemOptions): OperatorEndpoint {
  const { operatorAccountId, version, pool, scaler, limits, dataDirectory, dataSize, now } = options;
  const cpu = createCpuMeter();
  return {
    method: 'GET',
    path: '/_sallyport/system',
    access: () => [{ action: 'sallyport:GetSystem', resource: systemArn(operatorAccountId) }],
    async answer() {
      const { grown, shrunk } = scaler()?.decisions ?? { grown: 0, shrunk: 0 };
      return {
        version,
        nodeVersion: process.version,
        platform: `${process.platform} ${process.arch}`,
        processors: availableParallelism(),
        memoryBytes: totalmem(),
        uptimeSeconds: Math.floor(process.uptime()),
        startedAt: new Date(now() - process.uptime() * 1_000).toISOString(),
        control: { pid: process.pid, cpu: rounded(cpu()), rssBytes: process.memoryUsage.rss() },
        workers: pool.workers().map(({ pid, startedAtMs, served, load }) => ({
          pid,
          startedAt: new Date(startedAtMs).toISOString(),
          requests: served.requests,
          requestsPerSecond: served.perSecond,
          ...(load && {
            cpu: rounded(load.cpu),
            rssBytes: load.rssBytes,
            utilization: rounded(load.utilization),
            delayP99Ms: rounded(load.delayP99Ms),
            connections: load.connections,
            upstreamConnections: load.upstreamConnections,
            waiting: load.waiting,
          }),
        })),
        scaling: {
          ...limits,
          grown,
          shrunk,
          replaced: pool.replaced,
          decisions: (scaler()?.history ?? []).map(({ atMs, from, workers, reason }) => ({
            at: new Date(atMs).toISOString(),
            from,
            to: workers,
            reason,
          })),
        },
        data: { directory: dataDirectory, ...(await dataSize()) },
      };
    },
  };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
