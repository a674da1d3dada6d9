/**
 * CloudWatch (`monitoring`, 2010-08-01): metrics, and what is made of them. One folder a capability; where metrics are kept, and
 * who evaluates alarms and takes their actions, is given in. Knows nothing of HTTP.
 */
export { cloudWatchAccess } from './access.ts';
export { type AlarmAction, readAction } from './alarms/actions.ts';
export { alarmArn } from './alarms/documents.ts';
export type { CloudWatchContext } from './context.ts';
export type { DeliveryDesk, DueDelivery } from './deliveries/desk.ts';
export type { AlarmMessage } from './deliveries/documents.ts';
export { type AlarmWork, type CloudWatchService, createCloudWatchService } from './service.ts';
