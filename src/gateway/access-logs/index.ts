/**
 * Access logs of stages: one line a request in the stage's own format, to the log group that it names (features A12.2; guide
 * page set-up-logging). Lines are put together behind the turn in which requests were answered.
 */
export { compileAccessLog, type LogPlaces } from './access-log.ts';
export { logVariable } from './log-variables.ts';
