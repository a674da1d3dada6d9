/**
 * Spans, metrics and logs for whoever speaks OTLP over HTTP (OpenTelemetry Protocol 1.x), by OpenTelemetry's own exporters, which are
 * loaded when there is something to send. A collector that does not answer costs what should have gone to it, which is counted, and
 * a line a minute.
 */
export { type Otlp, openOtlp } from './open-otlp.ts';
export { planOtlp } from './targets.ts';
