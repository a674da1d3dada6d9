import { type AccessRules, accessRules } from '../../aws/index.ts';
import type { CloudWatchHandlers } from './types.ts';

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * CloudWatch"). An operation that is not here demands the action of its name on `*`.
 */
export const cloudWatchAccess: AccessRules = accessRules<CloudWatchHandlers>('cloudwatch', {
  putMetricData: ({ Namespace }) => [
    { action: 'cloudwatch:PutMetricData', resource: '*', keys: { 'cloudwatch:namespace': Namespace } },
  ],
});
