import { optional, setting } from './define.ts';
import { httpUrl, listOf, oneOf, onOrOff } from './value-kinds.ts';

/** What is sent to other systems, and how requests are traced. */
export const TRACE_SETTINGS = {
  otlpEndpoint: setting('otlp-endpoint', optional(httpUrl), undefined, {
    defaultText: 'OTEL_EXPORTER_OTLP_ENDPOINT, or none',
    description:
      'Where spans of sampled requests, metrics and logs go by OTLP over HTTP, without /v1/traces and the like. ' +
      'OpenTelemetry’s own variables (OTEL_EXPORTER_OTLP_*, OTEL_RESOURCE_ATTRIBUTES) count, too.',
  }),
  otlpSignals: setting(
    'otlp-signals',
    listOf(/^(traces|metrics|logs)$/, 3, 'of traces, metrics, logs', 'SIGNAL,...'),
    ['traces', 'metrics', 'logs'],
    {
      defaultText: 'traces,metrics,logs',
      description:
        'What of it goes there, separated by commas: for an endpoint that takes only some. OTEL_TRACES_EXPORTER=none and the ' +
        'like do the same.',
    },
  ),
  traceparent: setting('traceparent', oneOf('pass', 'join', 'bridge'), 'join', {
    description:
      'What the traceparent of a request means, whose X-Amzn-Trace-Id names no trace. pass: nothing; it passes through, as on ' +
      'AWS. join: spans of a sampled request belong to its trace; it passes through all the same. bridge: it says which trace ' +
      'the request belongs to and whether it is sampled, and integrations get both headers, with the gateway’s own span.',
  }),
  traceHttpApis: setting('trace-http-apis', onOrOff, false, {
    description:
      'Sample requests to HTTP APIs, too, as those to a stage with tracingEnabled. Otherwise they are traced where their caller is.',
  }),
} as const;
