import type { Sample, ScalingDecision } from './worker/scaling.ts';

/** What the control process knows of its workers, for Prometheus. */
export interface WorkerMetrics {
  readonly workers: number;
  readonly replaced: number;
  readonly loads: Sample;
  readonly grown: number;
  readonly shrunk: number;
  readonly last: ScalingDecision | undefined;
}

interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly samples: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

/** `GET /metrics` in the text format (Prometheus documentation, "Exposition formats", 0.0.4). */
export function metricsPage(metrics: WorkerMetrics): string {
  return families(metrics).map(render).join('');
}

/** The media type of the page. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

function families({ workers, replaced, loads, grown, shrunk, last }: WorkerMetrics): readonly Family[] {
  const perWorker = (value: (load: Sample[number]) => number) =>
    loads.map((load, index) => ({ labels: { worker: String(index) }, value: value(load) }));
  return [
    { name: 'sallyport_workers', type: 'gauge', help: 'Gateway workers that listen.', samples: [{ value: workers }] },
    {
      name: 'sallyport_worker_replacements_total',
      type: 'counter',
      help: 'Gateway workers that ended by themselves and were replaced.',
      samples: [{ value: replaced }],
    },
    {
      name: 'sallyport_worker_utilization_ratio',
      type: 'gauge',
      help: 'Share of the last second in which a worker’s event loop worked.',
      samples: perWorker((load) => load.utilization),
    },
    {
      name: 'sallyport_worker_event_loop_delay_seconds',
      type: 'gauge',
      help: 'How late a worker’s event loop came to its timers in the last second, 99th percentile.',
      samples: perWorker((load) => load.delayP99Ms / 1000),
    },
    {
      name: 'sallyport_scaling_decisions_total',
      type: 'counter',
      help: 'Changes of the number of gateway workers by load.',
      samples: [
        { labels: { direction: 'up' }, value: grown },
        { labels: { direction: 'down' }, value: shrunk },
      ],
    },
    {
      name: 'sallyport_scaling_last_decision_info',
      type: 'gauge',
      help: 'The last change and its reason.',
      samples: last === undefined ? [] : [{ labels: { workers: String(last.workers), reason: last.reason }, value: 1 }],
    },
  ];
}

function render({ name, type, help, samples }: Family): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
