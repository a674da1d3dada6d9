/**
 * Which trace a request belongs to, and whether it is sampled: X-Ray's header and its default sampling (telemetry E.4), and W3C's
 * `traceparent`.
 */
export { createSampler, type Sampler } from './sampler.ts';
export { parseTraceHeader, spanTraceId, type TraceHeader, traceHeaderText } from './trace-header.ts';
export { parseTraceparent, type Traceparent, traceHeaderOf, traceparentText } from './traceparent.ts';
