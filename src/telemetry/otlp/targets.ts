import { METRIC_INTERVAL_MS } from './limits.ts';

const SIGNALS = ['traces', 'metrics', 'logs'] as const;

/** What is told by OTLP (OpenTelemetry, "Signals"). */
export type Signal = (typeof SIGNALS)[number];

/** Where a signal is sent, and how. */
export interface OtlpTarget {
  readonly signal: Signal;
  /** The base, to which `/v1/traces` and the like are added; undefined where OpenTelemetry's own variables name it. */
  readonly endpoint: string | undefined;
  readonly protocol: 'http/protobuf' | 'http/json';
}

/** How metrics are told (OpenTelemetry, "OTLP Metrics Exporter"). */
export interface MetricTerms {
  readonly everyMs: number;
  /** Counters and histograms since the last message, in place of since the start. */
  readonly isDelta: boolean;
  /** Histograms with buckets that follow from their values, in place of those that `/metrics` has. */
  readonly isExponential: boolean;
}

export interface OtlpPlan {
  readonly targets: readonly OtlpTarget[];
  readonly metrics: MetricTerms;
  /** What the operator asks for and does not get, in sentences. */
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What OpenTelemetry's variables and our own settings say (OpenTelemetry, "OTLP Exporter Configuration", "SDK Environment Variables", "OTLP
 * Metrics Exporter"). Headers, timeouts, certificates and compression are read from those variables by the exporters themselves.
 * @param endpoint of the setting
 * @param signals those that are wanted at all
 */
export function planOtlp(endpoint: string | undefined, signals: readonly string[], environment: Environment): OtlpPlan {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const isOff = given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true';
  const warnings: string[] = [];
  const targets = (isOff ? [] : SIGNALS).flatMap((signal): readonly OtlpTarget[] => {
    const of = signal.toUpperCase();
    const isWanted = signals.includes(signal) && given(`OTEL_${of}_EXPORTER`) !== 'none';
    const named = endpoint ?? given(`OTEL_EXPORTER_OTLP_${of}_ENDPOINT`) ?? given('OTEL_EXPORTER_OTLP_ENDPOINT');
    if (!isWanted || named === undefined) return [];
    const protocol = given(`OTEL_EXPORTER_OTLP_${of}_PROTOCOL`) ?? given('OTEL_EXPORTER_OTLP_PROTOCOL');
    if (protocol !== undefined && !/^http\/(protobuf|json)$/.test(protocol))
      warnings.push(`OTLP is not spoken by ${protocol}: ${signal} go by http/protobuf.`);
    return [{ signal, endpoint, protocol: protocol === 'http/json' ? 'http/json' : 'http/protobuf' }];
  });
  return { targets, metrics: metricTermsOf(given), warnings };
}

function metricTermsOf(given: (name: string) => string | undefined): MetricTerms {
  const interval = Number(given('OTEL_METRIC_EXPORT_INTERVAL'));
  const temporality = given('OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE')?.toLowerCase();
  const aggregation = given('OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION')?.toLowerCase();
  return {
    everyMs: Number.isSafeInteger(interval) && interval >= 1 && interval < 2 ** 31 ? interval : METRIC_INTERVAL_MS,
    // `lowmemory` wants what costs least to keep: of counts that are kept here anyway, those since the start.
    isDelta: temporality === 'delta',
    isExponential: aggregation === 'base2_exponential_bucket_histogram',
  };
}
