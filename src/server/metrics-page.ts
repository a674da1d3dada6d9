import { type Family, labelsOf } from '../telemetry/index.ts';
import type { ScalingDecision, WorkerReport } from './worker/scaling.ts';

/** What the control process knows of its workers, for Prometheus. */
export interface WorkerMetrics {
  readonly workers: number;
  readonly replaced: number;
  readonly loads: readonly WorkerReport[];
  readonly grown: number;
  readonly shrunk: number;
  readonly last: ScalingDecision | undefined;
}

/** Metrics of the workers, and of what they hold towards clients and backends. */
export function workerFamilies(metrics: WorkerMetrics): readonly Family[] {
  const { workers, replaced, loads, grown, shrunk, last } = metrics;
  const perWorker = (value: (load: WorkerReport) => number) =>
    loads.map((load, index) => ({ labels: labelsOf({ worker: String(index) }), value: value(load) }));
  return [
    { name: 'sallyport_workers', type: 'gauge', help: 'Gateway workers that listen.', samples: [{ value: workers }] },
    {
      name: 'sallyport_worker_replacements',
      type: 'counter',
      help: 'Gateway workers that ended by themselves and were replaced.',
      samples: [{ value: replaced }],
    },
    {
      name: 'sallyport_worker_utilization_ratio',
      type: 'gauge',
      unit: 'ratio',
      help: 'Share of the last second in which a worker’s event loop worked.',
      samples: perWorker(({ utilization }) => utilization),
    },
    {
      name: 'sallyport_worker_event_loop_delay_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'How late a worker’s event loop came to its timers in the last second, 99th percentile.',
      samples: perWorker(({ delayP99Ms }) => delayP99Ms / 1000),
    },
    {
      name: 'sallyport_worker_connections',
      type: 'gauge',
      help: 'Connections that clients have open to a worker.',
      samples: perWorker(({ connections }) => connections),
    },
    {
      name: 'sallyport_worker_upstream_connections',
      type: 'gauge',
      help: 'Connections of a worker to backends, in use or kept.',
      samples: perWorker(({ upstreamConnections }) => upstreamConnections),
    },
    {
      name: 'sallyport_worker_upstream_waiting',
      type: 'gauge',
      help: 'Requests that wait in a worker for a connection to their backend.',
      samples: perWorker(({ waiting }) => waiting),
    },
    {
      name: 'sallyport_scaling_decisions',
      type: 'counter',
      help: 'Changes of the number of gateway workers by load.',
      samples: [
        { labels: labelsOf({ direction: 'up' }), value: grown },
        { labels: labelsOf({ direction: 'down' }), value: shrunk },
      ],
    },
    {
      name: 'sallyport_scaling_last_decision',
      type: 'info',
      help: 'The last change and its reason.',
      samples:
        last === undefined
          ? []
          : [{ labels: labelsOf({ workers: String(last.workers), reason: last.reason }), value: 1 }],
    },
  ];
}

/** Metrics of the control process itself, by the names that Prometheus's client libraries have for them. */
export function processFamilies(
  process: Pick<NodeJS.Process, 'cpuUsage' | 'memoryUsage'>,
  version: string,
): readonly Family[] {
  const { user, system } = process.cpuUsage();
  return [
    {
      name: 'sallyport_build',
      type: 'info',
      help: 'The version that runs.',
      samples: [{ labels: labelsOf({ version }), value: 1 }],
    },
    {
      name: 'process_cpu_seconds',
      type: 'counter',
      unit: 'seconds',
      help: 'Processor time of the control process.',
      samples: [{ value: (user + system) / 1_000_000 }],
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      unit: 'bytes',
      help: 'Resident memory of the control process.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
  ];
}
