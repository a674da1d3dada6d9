import type { AccessRules } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { groupOfArn } from '../names.ts';
import { groupOfPointer, type QueryOffice } from '../queries/index.ts';

type KnownQueries = Pick<QueryOffice, 'find'>;
type Input = Readonly<Record<string, unknown>>;

/** Operations whose policies name the group alone, without what is in it (`LogGroup.arn`). */
const ON_THE_GROUP = new Set(['TagResource', 'UntagResource', 'ListTagsForResource']);

/** Operations that name no resource, as the reference has them. */
const ON_NOTHING = new Set([
  'DeleteQueryDefinition',
  'DescribeQueryDefinitions',
  'PutQueryDefinition',
  'StopQuery',
  'TestMetricFilter',
]);

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for Amazon CloudWatch
 * Logs"): the action of the operation's name, on the streams of the group that it names. So a policy on a group ends in `:*`,
 * and one on all groups is what listings need: AWS refuses them on `log-group::log-stream:`. Results and records are of the groups
 * that they were found in, whatever their ids hide.
 */
export function createLogsAccess(queries: KnownQueries): AccessRules {
  return ({ name }, input, { scope }) => {
    const action = `logs:${name}`;
    if (ON_NOTHING.has(name)) return [{ action, resource: '*' }];
    const several = groupsBehind(name, input, scope, queries) ?? groupsIn(input);
    if (several === undefined || several.length === 0) return [{ action, resource: resourceOf(name, input, scope) }];
    return several.map((logGroupIdentifier) => ({ action, resource: resourceOf(name, { logGroupIdentifier }, scope) }));
  };
}

function groupsIn({ logGroupNames, logGroupIdentifiers }: Input): readonly unknown[] | undefined {
  return [logGroupNames, logGroupIdentifiers].find(Array.isArray);
}

/** The names of the groups that an id stands for; undefined for other operations, and for an id that nobody gave. */
function groupsBehind(
  operation: string,
  { queryId, logRecordPointer }: Input,
  scope: Scope,
  queries: KnownQueries,
): readonly string[] | undefined {
  if (operation === 'GetQueryResults') {
    return queries.find(scope, String(queryId))?.asked.groups.map(({ group }) => group.name);
  }
  const group = operation === 'GetLogRecord' ? groupOfPointer(scope, String(logRecordPointer)) : undefined;
  return group && [group.name];
}

function resourceOf(name: string, input: Input, scope: Scope): string {
  const { resourceArn, logGroupName, logGroupIdentifier, logStreamName } = input;
  if (ON_THE_GROUP.has(name)) return typeof resourceArn === 'string' ? resourceArn.replace(/:\*$/, '') : '*';
  const given = logGroupName ?? logGroupIdentifier;
  const group = typeof given !== 'string' ? '' : (groupOfArn(scope, given)?.name ?? given);
  const stream = typeof logStreamName === 'string' ? logStreamName : '';
  return `arn:aws:logs:${scope.region}:${scope.accountId}:log-group:${group}:log-stream:${stream}`;
}
