import type { ExportedLog, LogSink, Span } from '../../model/index.ts';
import { exportedLog, weightOf } from '../batches/index.ts';
import { type Family, labelsOf } from '../exposition/index.ts';
import { LOG_LIMITS, SPAN_LIMITS } from './limits.ts';
import { createMetricReader } from './metrics/reader.ts';
import { createOtlpQueue, type Fate, type OtlpQueue, type Warn } from './queue.ts';
import type { OtlpPlan, OtlpTarget, Signal } from './targets.ts';

/** Where items go, also those that come from other processes, some of which were lost before. */
type OtlpSink<Item> = Pick<OtlpQueue<Item>, 'add' | 'lost'>;

/** Whatever is sent by OTLP. */
export interface Otlp {
  /** Undefined where spans are sent nowhere. */
  readonly spans: OtlpSink<Span> | undefined;
  /** Undefined where logs are sent nowhere. */
  readonly logs: (OtlpSink<ExportedLog> & LogSink) | undefined;
  /** Whether metrics are wanted with their values, besides buckets. */
  readonly wantsValues: boolean;
  /** Sends metrics from now on, where they are sent. @param families what is counted until now */
  startMetrics(families: () => Iterable<Family>): void;
  /** The part of `/metrics` that tells what was sent; nothing where nothing is. */
  families(): readonly Family[];
  /** Sends what waits; resolves when it has arrived or is lost, and soon in any case. */
  close(): Promise<void>;
}

interface Surroundings {
  readonly version: string;
  readonly warn: Warn;
  now(): number;
  /** Milliseconds that never go backwards. */
  nowMs(): number;
}

/** Sends what a plan says. What sends a signal is loaded by the first of it. */
export function openOtlp({ targets, metrics: terms }: OtlpPlan, { version, warn, now, nowMs }: Surroundings): Otlp {
  const startMs = now();
  const of = (signal: Signal) => targets.find((target) => target.signal === signal);
  const fates = new Map<Signal, Fate & { close(): Promise<void> }>();

  const openSpans = (target: OtlpTarget): OtlpQueue<Span> =>
    createOtlpQueue<Span>({
      called: 'spans',
      limits: SPAN_LIMITS,
      weigh: () => 0,
      load: async () => (await import('./spans/send-spans.ts')).openSpanSender(target, version),
      warn,
      nowMs,
    });
  const openMetrics = (target: OtlpTarget) =>
    createMetricReader(
      terms,
      async () => (await import('./metrics/send-metrics.ts')).openMetricSender(target, terms, version, startMs),
      warn,
      now,
    );

  const openLogs = (target: OtlpTarget): OtlpQueue<ExportedLog> =>
    createOtlpQueue<ExportedLog>({
      called: 'logs',
      limits: LOG_LIMITS,
      weigh: weightOf,
      load: async () => (await import('./logs/send-logs.ts')).openLogSender(target, version, now),
      warn,
      nowMs,
    });

  const traces = of('traces');
  const spans = traces && openSpans(traces);
  if (spans) fates.set('traces', spans);
  const metrics = of('metrics');
  const reader = metrics && openMetrics(metrics);
  if (reader) fates.set('metrics', reader);
  const events = of('logs');
  const logs = events && openLogs(events);
  if (logs) fates.set('logs', logs);

  return {
    spans,
    logs: logs && { add: logs.add, lost: logs.lost, append: (event) => logs.add([exportedLog(event)]) },
    wantsValues: reader !== undefined && terms.isExponential,
    startMetrics: (families) => reader?.start(families),
    families: () => (fates.size === 0 ? [] : fateFamilies(fates)),
    close: async () => void (await Promise.all([...fates.values()].map((fate) => fate.close()))),
  };
}

function fateFamilies(fates: ReadonlyMap<Signal, Fate>): readonly Family[] {
  const samples = (value: (fate: Fate) => number) =>
    [...fates].map(([signal, fate]) => ({ labels: labelsOf({ signal }), value: value(fate) }));
  return [
    {
      name: 'sallyport_otlp_sent',
      type: 'counter',
      help: 'Spans, metric data points and log records that an OTLP endpoint has taken.',
      samples: samples(({ sent }) => sent),
    },
    {
      name: 'sallyport_otlp_dropped',
      type: 'counter',
      help: 'Those that found no room or did not arrive; of metrics, what they count is in the next ones.',
      samples: samples(({ dropped }) => dropped),
    },
  ];
}
