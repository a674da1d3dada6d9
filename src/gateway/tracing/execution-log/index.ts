/**
 * Execution logs: a trace in the words of AWS's, for the tests of methods and authorizers, and for the log groups of stages
 * (telemetry E.3; guide page set-up-logging).
 */
export { LOGGED_BODY_BYTES } from './line.ts';
export type { LoggedRequest } from './logged-request.ts';
export { type LoggingTerms, stageLog } from './stage-log.ts';
export { testLog } from './test-log.ts';
