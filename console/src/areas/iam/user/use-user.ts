import type { AwsClient, Output } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';
import { useIam } from '../use-iam.ts';

export type User = NonNullable<Output<'iam', 'getUser'>['User']>;
export type LoginProfile = NonNullable<Output<'iam', 'getLoginProfile'>['LoginProfile']>;

export function useUser(UserName: string) {
  return useCall('iam', 'getUser', { UserName });
}

/** The user's password for the console; `none` where he has none. */
export function useLoginProfile(UserName: string) {
  return useIam<LoginProfile | 'none'>(['login-profile', UserName], (aws) => loginProfile(aws, UserName));
}

export async function loginProfile(aws: AwsClient, UserName: string): Promise<LoginProfile | 'none'> {
  try {
    return (await aws.call('iam', 'getLoginProfile', { UserName })).LoginProfile ?? 'none';
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchEntity') return 'none';
    throw error;
  }
}

/** The groups that a user is in. */
export function useUserGroups(UserName: string) {
  return useIam(['groups-of', UserName], (aws) => userGroups(aws, UserName));
}

export async function userGroups(aws: AwsClient, UserName: string) {
  // Ten at most (IAM user guide, "IAM and AWS STS quotas").
  return (await aws.call('iam', 'listGroupsForUser', { UserName, MaxItems: 1000 })).Groups ?? [];
}
