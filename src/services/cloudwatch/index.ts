/**
 * CloudWatch (`monitoring`, 2010-08-01): metrics, and what is made of them. One folder a capability; where metrics are kept is
 * given in. Knows nothing of HTTP.
 */
export { cloudWatchAccess } from './access.ts';
export { type CloudWatchService, createCloudWatchService } from './service.ts';
