import type { Scope } from '../../../model/index.ts';
import { poolArn, type UserPool } from '../documents/index.ts';
import type { Out } from '../types.ts';

type Rendered = NonNullable<Out<'describeUserPool'>['UserPool']>;

/** A pool as `DescribeUserPool` prints it. */
export function renderUserPool(
  scope: Scope,
  pool: UserPool,
  known: { readonly users: number; readonly domain?: string; readonly customDomain?: string },
): Rendered {
  const { usernameAttributes, aliasAttributes, caseSensitive } = pool;
  return {
    Id: pool.id,
    Name: pool.name,
    ...pool.settings,
    LambdaConfig: {},
    LastModifiedDate: new Date(pool.modifiedAtMs),
    CreationDate: new Date(pool.createdAtMs),
    SchemaAttributes: pool.schema,
    ...(aliasAttributes.length > 0 && { AliasAttributes: aliasAttributes }),
    ...(usernameAttributes.length > 0 && { UsernameAttributes: usernameAttributes }),
    ...(caseSensitive !== undefined && { UsernameConfiguration: { CaseSensitive: caseSensitive } }),
    EstimatedNumberOfUsers: known.users,
    UserPoolTags: pool.tags,
    ...(known.domain !== undefined && { Domain: known.domain }),
    ...(known.customDomain !== undefined && { CustomDomain: known.customDomain }),
    Arn: poolArn(scope, pool.id),
  };
}
