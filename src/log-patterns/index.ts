/**
 * Filter patterns of CloudWatch Logs, as metric filters, subscription filters, `FilterLogEvents` and Live Tail have them: words in
 * any event, conditions on JSON events, fields of space-delimited ones. A pattern is compiled once; matching takes a time in
 * proportion to the message, also with a regular expression, and never throws.
 */
export { LogPatternSyntaxError } from './errors.ts';
export { LOG_PATTERN_LIMITS, type LogPatternLimits } from './limits.ts';
export { compileLogPattern, type LogPattern, type Matched } from './log-pattern.ts';
