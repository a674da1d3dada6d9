import type { Output } from '../../../aws/index.ts';
import { type Read, useAll } from '../../../data/index.ts';

export type Group = NonNullable<Output<'cognito-idp', 'getGroup'>['Group']>;

export function useGroups(UserPoolId: string): Read<readonly Group[]> {
  return useAll('cognito-idp', 'listGroups', { UserPoolId, Limit: 60 }, ({ Groups }) => Groups);
}

export function useGroupsOf(UserPoolId: string, Username: string): Read<readonly Group[]> {
  const input = { UserPoolId, Username, Limit: 60 };
  return useAll('cognito-idp', 'adminListGroupsForUser', input, ({ Groups }) => Groups);
}
