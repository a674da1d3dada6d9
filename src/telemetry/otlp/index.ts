/**
 * Spans for whoever speaks OTLP over HTTP (OpenTelemetry Protocol 1.x), by OpenTelemetry's own exporters, which are loaded when there
 * is something to send. A collector that does not answer costs spans, which are counted, and one line.
 */
export type { SpanExporter } from './exporter.ts';
export { openSpanExporter } from './open-exporter.ts';
export { otlpTargetOf } from './target.ts';
