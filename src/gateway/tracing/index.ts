/**
 * What one request went through, told phase by phase as plain data: what each saw, decided and changed. A request without a
 * trace has `undefined` in its place, and costs one look at that a phase. Execution logs and explanations are renderings of a
 * trace.
 */
export { LOGGED_BODY_BYTES, type LoggingTerms, stageLog, testLog } from './execution-log/index.ts';
export type { LogWriter } from './log-writer.ts';
export { TraceRecorder, type TraceTerms } from './recorder.ts';
export { masked, shownValue } from './secrets.ts';
export type {
  AnsweredEvent,
  IntegrationRequestEvent,
  Invalidation,
  KeptBody,
  RouteCandidate,
  RoutedEvent,
  StartTrace,
  ThrottleLevel,
  TimedEvent,
  Trace,
  TracedAuthorizer,
  TracedRequest,
  TraceEvent,
} from './trace.ts';
