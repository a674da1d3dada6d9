/** Which trace a request belongs to, and whether it is sampled: X-Ray's header, and X-Ray's default sampling (telemetry E.4). */
export { createSampler, type Sampler } from './sampler.ts';
export { parseTraceHeader, spanTraceId, type TraceHeader, traceHeaderText } from './trace-header.ts';
