import { describe, expect, it } from 'vitest';
import { planOtlp } from './targets.ts';

const ALL = ['traces', 'metrics', 'logs'];
const told = (...args: Parameters<typeof planOtlp>) =>
  planOtlp(...args).targets.map(({ signal, endpoint, protocol }) => [signal, endpoint, protocol].join(' '));

describe('what goes where (OpenTelemetry, "OTLP Exporter Configuration", "SDK Environment Variables")', () => {
  it.each([
    [undefined, {}, []],
    [undefined, { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, []],
    [
      undefined,
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' },
      ['traces  http/protobuf', 'metrics  http/protobuf', 'logs  http/protobuf'],
    ],
    [
      undefined,
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c/t', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      ['traces  http/json'],
    ],
    [
      'http://c:4318',
      { OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: 'http/json', OTEL_METRICS_EXPORTER: 'none' },
      ['traces http://c:4318 http/protobuf', 'logs http://c:4318 http/json'],
    ],
    ['http://c:4318', { OTEL_SDK_DISABLED: 'TRUE' }, []],
  ])('setting %s and variables %j', (endpoint, environment, expected) => {
    expect(told(endpoint, ALL, environment)).toEqual(expected);
  });

  it('is of those signals alone that the setting names', () => {
    expect(told('http://c', ['logs'], {})).toEqual(['logs http://c http/protobuf']);
  });

  it('is protobuf over HTTP where another protocol is asked for, and the operator is told', () => {
    const plan = planOtlp('http://c', ['traces'], { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' });
    expect(plan.targets[0]?.protocol).toBe('http/protobuf');
    expect(plan.warnings).toEqual(['OTLP is not spoken by grpc: traces go by http/protobuf.']);
  });
});

describe('how metrics are told (OpenTelemetry, "OTLP Metrics Exporter")', () => {
  it.each([
    [{}, { everyMs: 60_000, isDelta: false, isExponential: false }],
    [
      {
        OTEL_METRIC_EXPORT_INTERVAL: '5000',
        OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'Delta',
        OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'base2_exponential_bucket_histogram',
      },
      { everyMs: 5_000, isDelta: true, isExponential: true },
    ],
    [
      {
        OTEL_METRIC_EXPORT_INTERVAL: 'soon',
        OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'lowmemory',
        OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'explicit_bucket_histogram',
      },
      { everyMs: 60_000, isDelta: false, isExponential: false },
    ],
  ])('%j', (environment, expected) => {
    expect(planOtlp('http://c', ALL, environment).metrics).toEqual(expected);
  });
});
