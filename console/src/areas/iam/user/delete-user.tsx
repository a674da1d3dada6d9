import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { mapped } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { removePolicies } from '../entity/remove-policies.ts';
import { usePoliciesFirst } from '../entity/use-policies-first.ts';
import { useAccessKeys } from '../keys/use-access-keys.ts';
import { loginProfile, useLoginProfile, userGroups, useUserGroups } from './use-user.ts';

const texts = iam.users.delete;

interface Props {
  readonly userName: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Deletes a user with his keys, password, policies and places in groups. */
export function DeleteUser({ userName, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
  const first = [
    {
      what: iam.keys.title,
      query: mapped(useAccessKeys(userName), (keys) => keys.map(({ AccessKeyId = '' }) => AccessKeyId)),
    },
    {
      what: texts.password,
      query: mapped(useLoginProfile(userName), (profile) => (profile === 'none' ? [] : [texts.set])),
    },
    {
      what: iam.users.groups.title,
      query: mapped(useUserGroups(userName), (groups) => groups.map(({ GroupName = '' }) => GroupName)),
    },
    ...usePoliciesFirst({ kind: 'user', name: userName }),
  ];
  return (
    <DeleteEntity
      title={texts.title}
      name={userName}
      consequence={texts.consequence}
      first={first}
      steps={() => deleteUser(aws, userName)}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}

/** In the order that IAM wants (IAM user guide, "Removing or deactivating an IAM user"). */
export async function deleteUser(aws: AwsClient, UserName: string): Promise<void> {
  const { AccessKeyMetadata = [] } = await aws.call('iam', 'listAccessKeys', { UserName });
  for (const { AccessKeyId = '' } of AccessKeyMetadata)
    await aws.call('iam', 'deleteAccessKey', { UserName, AccessKeyId });
  if ((await loginProfile(aws, UserName)) !== 'none') await aws.call('iam', 'deleteLoginProfile', { UserName });
  for (const { GroupName } of await userGroups(aws, UserName)) {
    await aws.call('iam', 'removeUserFromGroup', { UserName, GroupName });
  }
  await removePolicies(aws, { kind: 'user', name: UserName });
  await aws.call('iam', 'deleteUser', { UserName });
}
