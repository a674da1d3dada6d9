import type { AccessRules } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { groupOfArn } from '../names.ts';

/** Operations whose policies name the group alone, without what is in it (`LogGroup.arn`). */
const ON_THE_GROUP = new Set(['TagResource', 'UntagResource', 'ListTagsForResource']);

/** Operations that name no resource, as the reference has them. */
const ON_NOTHING = new Set([
  'DeleteQueryDefinition',
  'DescribeQueryDefinitions',
  'GetLogRecord',
  'GetQueryResults',
  'PutQueryDefinition',
  'StopQuery',
  'TestMetricFilter',
]);

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for Amazon CloudWatch
 * Logs"): the action of the operation's name, on the streams of the group that it names. So a policy on a group ends in `:*`,
 * and one on all groups is what listings need: AWS refuses them on `log-group::log-stream:`.
 */
export const logsAccess: AccessRules = ({ name }, input, { scope }) => {
  const action = `logs:${name}`;
  if (ON_NOTHING.has(name)) return [{ action, resource: '*' }];
  const several = [input.logGroupNames, input.logGroupIdentifiers].find(Array.isArray);
  if (several === undefined || several.length === 0) return [{ action, resource: resourceOf(name, input, scope) }];
  return several.map((logGroupIdentifier) => ({ action, resource: resourceOf(name, { logGroupIdentifier }, scope) }));
};

function resourceOf(name: string, input: Readonly<Record<string, unknown>>, scope: Scope): string {
  const { resourceArn, logGroupName, logGroupIdentifier, logStreamName } = input;
  if (ON_THE_GROUP.has(name)) return typeof resourceArn === 'string' ? resourceArn.replace(/:\*$/, '') : '*';
  const given = logGroupName ?? logGroupIdentifier;
  const group = typeof given !== 'string' ? '' : (groupOfArn(scope, given)?.name ?? given);
  const stream = typeof logStreamName === 'string' ? logStreamName : '';
  return `arn:aws:logs:${scope.region}:${scope.accountId}:log-group:${group}:log-stream:${stream}`;
}
