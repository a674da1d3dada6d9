import type { PoolGroup } from '../documents/index.ts';
import type { Out } from '../types.ts';

export function renderGroup(UserPoolId: string, group: PoolGroup): NonNullable<Out<'getGroup'>['Group']> {
  return {
    GroupName: group.name,
    UserPoolId,
    ...(group.description !== undefined && { Description: group.description }),
    ...(group.roleArn !== undefined && { RoleArn: group.roleArn }),
    ...(group.precedence !== undefined && { Precedence: group.precedence }),
    LastModifiedDate: new Date(group.modifiedAtMs),
    CreationDate: new Date(group.createdAtMs),
  };
}
