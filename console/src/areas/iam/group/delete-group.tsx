import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { mapped } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { removePolicies } from '../entity/remove-policies.ts';
import { usePoliciesFirst } from '../entity/use-policies-first.ts';
import { readGroup, useGroup } from './use-group.ts';

const texts = iam.groups.delete;

interface Props {
  readonly groupName: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Deletes a group; its users stay. */
export function DeleteGroup({ groupName, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
  const first = [
    {
      what: texts.users,
      query: mapped(useGroup(groupName), ({ members }) => members.map(({ UserName = '' }) => UserName)),
    },
    ...usePoliciesFirst({ kind: 'group', name: groupName }),
  ];
  return (
    <DeleteEntity
      title={texts.title}
      name={groupName}
      consequence={texts.consequence}
      first={first}
      steps={() => deleteGroup(aws, groupName)}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}

async function deleteGroup(aws: AwsClient, GroupName: string): Promise<void> {
  const { members } = await readGroup(aws, GroupName);
  for (const { UserName } of members) await aws.call('iam', 'removeUserFromGroup', { GroupName, UserName });
  await removePolicies(aws, { kind: 'group', name: GroupName });
  await aws.call('iam', 'deleteGroup', { GroupName });
}
