/**
 * What one request went through, told phase by phase as plain data: what each saw, decided and changed. A request without a
 * trace has `undefined` in its place, and costs one look at that a phase. Execution logs are one rendering of a trace.
 */
export { executionLog } from './execution-log.ts';
export { TraceRecorder } from './recorder.ts';
export type { StartTrace, TimedEvent, Trace, TracedRequest, TraceEvent } from './trace.ts';
