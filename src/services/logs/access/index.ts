/** What callers of CloudWatch Logs must be allowed to do. */
export { logsAccess } from './access.ts';
