import { type AccessRules, accessRules, type Call, type Demand } from '../../aws/index.ts';
import { alarmArn } from './alarms/documents.ts';
import { dashboardArn } from './dashboards/documents.ts';
import type { CloudWatchHandlers } from './types.ts';

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * CloudWatch"). An operation that is not here demands the action of its name on `*`.
 */
export const cloudWatchAccess: AccessRules = accessRules<CloudWatchHandlers>('cloudwatch', {
  putMetricData: ({ Namespace }) => [
    { action: 'cloudwatch:PutMetricData', resource: '*', keys: { 'cloudwatch:namespace': Namespace } },
  ],

  putMetricAlarm: (input, call) => putAlarm('PutMetricAlarm', input, call),
  putCompositeAlarm: (input, call) => putAlarm('PutCompositeAlarm', input, call),
  deleteAlarms: ({ AlarmNames }, call) => onAlarms('DeleteAlarms', AlarmNames, call),
  enableAlarmActions: ({ AlarmNames }, call) => onAlarms('EnableAlarmActions', AlarmNames, call),
  disableAlarmActions: ({ AlarmNames }, call) => onAlarms('DisableAlarmActions', AlarmNames, call),
  setAlarmState: ({ AlarmName }, call) => onAlarms('SetAlarmState', [AlarmName], call),
  // Whoever lists alarms must be allowed to list all.
  describeAlarms: (_, call) => onAlarms('DescribeAlarms', ['*'], call),
  describeAlarmHistory: ({ AlarmName = '*' }, call) => onAlarms('DescribeAlarmHistory', [AlarmName], call),

  putDashboard: ({ DashboardName }, call) => onDashboards('PutDashboard', [DashboardName], call),
  getDashboard: ({ DashboardName }, call) => onDashboards('GetDashboard', [DashboardName], call),
  deleteDashboards: ({ DashboardNames }, call) => onDashboards('DeleteDashboards', DashboardNames, call),

  tagResource: ({ ResourceARN, Tags }) => [
    { action: 'cloudwatch:TagResource', resource: ResourceARN, keys: requestTags(Tags) },
  ],
  untagResource: ({ ResourceARN, TagKeys }) => [
    { action: 'cloudwatch:UntagResource', resource: ResourceARN, keys: { 'aws:tagkeys': TagKeys } },
  ],
  listTagsForResource: ({ ResourceARN }) => [{ action: 'cloudwatch:ListTagsForResource', resource: ResourceARN }],
});

type Tags = readonly { readonly Key: string; readonly Value: string }[];

/** An alarm that has tags from the start needs the right to tag, too (API reference, `PutMetricAlarm`). */
function putAlarm(
  operation: string,
  given: {
    readonly AlarmName: string;
    readonly AlarmActions?: readonly string[] | undefined;
    readonly Tags?: Tags | undefined;
  },
  { scope }: Call,
): readonly Demand[] {
  const { AlarmName, AlarmActions, Tags } = given;
  const resource = alarmArn(scope, AlarmName);
  const keys = { 'cloudwatch:alarmactions': AlarmActions, ...requestTags(Tags) };
  const demand = { action: `cloudwatch:${operation}`, resource, keys };
  return Tags?.length ? [demand, { ...demand, action: 'cloudwatch:TagResource' }] : [demand];
}

function onAlarms(operation: string, names: readonly string[], { scope }: Call): readonly Demand[] {
  return names.map((name) => ({ action: `cloudwatch:${operation}`, resource: alarmArn(scope, name) }));
}

function onDashboards(operation: string, names: readonly string[], { scope }: Call): readonly Demand[] {
  return names.map((name) => ({ action: `cloudwatch:${operation}`, resource: dashboardArn(scope, name) }));
}

function requestTags(tags: Tags = []): NonNullable<Demand['keys']> {
  return {
    'aws:tagkeys': tags.map(({ Key }) => Key),
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:requesttag/${Key.toLowerCase()}`, Value])),
  };
}
