/**
 * CloudWatch Logs (`logs`, 2014-03-28): log groups, their streams and events. Events lie in a `LogStore`, what is set of groups in the
 * store of documents. Knows nothing of HTTP.
 */
export { createLogsService, type LogsService } from './service.ts';
