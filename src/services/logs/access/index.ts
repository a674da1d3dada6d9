/** What callers of CloudWatch Logs must be allowed to do. */
export { createLogsAccess } from './access.ts';
