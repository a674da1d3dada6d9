import type { Output } from '../../../aws/index.ts';
import { mapped, type Read, useAll, useCall } from '../../../data/index.ts';

export type UserPool = NonNullable<Output<'cognito-idp', 'describeUserPool'>['UserPool']>;

/** What the list shows of a pool. */
export interface ListedPool {
  readonly id: string;
  readonly name: string;
  readonly created: Date | undefined;
  readonly modified: Date | undefined;
}

export function usePools(): Read<readonly ListedPool[]> {
  return useAll('cognito-idp', 'listUserPools', { MaxResults: 60 }, ({ UserPools }) =>
    UserPools?.map(({ Id = '', Name = Id, CreationDate, LastModifiedDate }) => ({
      id: Id,
      name: Name,
      created: CreationDate,
      modified: LastModifiedDate,
    })),
  );
}

export function usePool(UserPoolId: string): Read<UserPool> {
  return mapped(useCall('cognito-idp', 'describeUserPool', { UserPoolId }), ({ UserPool = {} }) => UserPool);
}

export function poolPath(poolId: string): string {
  return `/user-pools/${encodeURIComponent(poolId)}`;
}
