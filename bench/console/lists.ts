import type { Filled } from './filled.ts';

/** A list that can be long: a table with search, sorting and pages, or a field that opens one. */
export interface LongList {
  readonly name: string;
  /** Below the region. */
  readonly path: string;
  /** The label of the field whose list it is; absent for a table. */
  readonly field?: string;
  /** How many items it is to show at least. */
  readonly count: number;
  /** Why not as many as the others. */
  readonly fewer?: string;
}

const part = encodeURIComponent;

/** Every list of the console that can be long. @param many how many the account was filled with of each */
export function longLists(of: Filled, many: number): readonly LongList[] {
  const at = (count: number): number => Math.min(count, many);
  const [fn, plan, pool] = [`/functions/${of.functionName}`, `/usage-plans/${of.planId}`, `/user-pools/${of.poolId}`];
  const domain = `/domain-names/${of.domainName}`;
  const group = `/log-groups/group?name=${part(of.logGroup)}`;
  const tables: readonly (readonly [name: string, path: string, count?: number, fewer?: string])[] = [
    ['APIs', '/apis', 2 * many],
    ['models', `/apis/${of.apiId}/models`],
    [
      'request validators',
      `/apis/${of.apiId}/models?tab=validators`,
      at(1_000),
      'names are compared at every creation',
    ],
    ['authorizers', `/apis/${of.apiId}/authorizers`, at(1_000), 'names are compared at every creation'],
    ['documentation parts', `/apis/${of.apiId}/documentation`],
    ['deployments', `/apis/${of.stagedApiId}/deployments`],
    ['stages', `/apis/${of.stagedApiId}/stages`, at(1_000), 'each is compiled into every worker'],
    ['routes of an HTTP API', `/apis/${of.httpApiId}/routes`, at(300), 'quota'],
    ['integrations of an HTTP API', `/apis/${of.httpApiId}/integrations`, at(300), 'quota'],
    ['API keys', '/api-keys'],
    ['usage plans', '/usage-plans'],
    ['keys of a plan', `${plan}?tab=keys`],
    ['domain names', '/domain-names'],
    ['API mappings of a domain name', `${domain}?tab=mappings`, at(1_000), 'all of a domain name are one document'],
    ['certificates', '/certificates'],
    ['VPC links', '/vpc-links'],
    ['functions', '/functions'],
    ['versions of a function', `${fn}?tab=versions`, at(2_000), 'published one by one'],
    ['aliases of a function', `${fn}?tab=aliases`],
    ['layers', '/layers'],
    ['log groups', '/log-groups'],
    ['streams of a log group', `${group}&tab=streams`],
    ['events of a log group', `${group}&tab=events`, at(2_000), 'the console reads no more at once'],
    ['alarms', '/alarms', at(5_000), 'quota'],
    ['dashboards', '/dashboards'],
    ['recent requests', '/requests', at(200), 'twenty a second are remembered'],
    ['IAM users', '/iam/users'],
    ['IAM groups', '/iam/groups'],
    ['IAM roles', '/iam/roles'],
    ['IAM policies', '/iam/policies'],
    ['user pools', '/user-pools', at(100), 'each makes RSA keys'],
    ['users of a pool', `${pool}?tab=users`, at(1_000), 'each hashes a password'],
    ['groups of a pool', `${pool}?tab=groups`],
    ['clients of a pool', `${pool}?tab=clients`],
  ];
  const emptyPlan = `/usage-plans/${of.emptyPlanId}`;
  const fields: readonly (readonly [name: string, path: string, field: string, count?: number])[] = [
    ['choose an API to clone', '/apis/create?from=clone', 'API to clone from'],
    ['choose a key for a plan', `${emptyPlan}?tab=keys&dialog=add-key`, 'API key'],
    ['choose an API for a plan', `${emptyPlan}?tab=stages&dialog=add-stage`, 'API'],
    ['choose an API for a mapping', `${domain}?tab=mappings&dialog=add`, 'API', 2 * many],
    ['choose an API of requests', '/requests', 'API', 2 * many],
    ['choose a function', `/apis/${of.httpApiId}/integrations/create`, 'Lambda function'],
    ['choose a user for a group', '/iam/groups/group-1?tab=users&dialog=add-users', 'Users'],
    ['choose a group for a user', '/iam/users/user-1?tab=groups&dialog=add-to-groups', 'Groups'],
    ['choose log groups', '/logs-insights', 'Log groups'],
  ];
  return [
    ...tables.map(([name, path, count = many, fewer]) => ({ name, path, count, ...(fewer && { fewer }) })),
    ...fields.map(([name, path, field, count = many]) => ({ name, path, field, count })),
  ];
}
