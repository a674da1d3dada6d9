import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';
import { poolPath } from '../pools/use-pools.ts';

export type PoolUser = Output<'cognito-idp', 'adminGetUser'>;
type Listed = NonNullable<Output<'cognito-idp', 'listUsers'>['Users']>[number];

/** What lists show of a user. */
export interface ListedUser {
  readonly name: string;
  readonly email: string | undefined;
  readonly status: string;
  readonly isEnabled: boolean;
  readonly created: Date | undefined;
}

export function listedUser({
  Username = '',
  Attributes,
  UserStatus = '',
  Enabled,
  UserCreateDate,
}: Listed): ListedUser {
  return {
    name: Username,
    email: Attributes?.find(({ Name }) => Name === 'email')?.Value,
    status: UserStatus,
    isEnabled: Enabled ?? false,
    created: UserCreateDate,
  };
}

export function useUsers(UserPoolId: string): Read<readonly ListedUser[]> {
  return useAll('cognito-idp', 'listUsers', { UserPoolId, Limit: 60 }, ({ Users }) => Users?.map(listedUser));
}

export function useUser(UserPoolId: string, Username: string): Read<PoolUser> {
  return useCall('cognito-idp', 'adminGetUser', { UserPoolId, Username });
}

export function userPath(poolId: string, username: string): string {
  return `${poolPath(poolId)}/users/${encodeURIComponent(username)}`;
}
