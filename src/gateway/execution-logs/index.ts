/**
 * Execution logs of stages, `API-Gateway-Execution-Logs_{api}/{stage}` (telemetry E.3): what a method's settings want of its
 * requests' traces.
 */
export { compileExecutionLog, type ExecutionLog } from './execution-log.ts';
