import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { mapped } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { removePolicies } from '../entity/remove-policies.ts';
import { useAttached, useInlineNames } from '../entity/use-attached.ts';
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
  const entity = { kind: 'group', name: groupName } as const;
  const first = [
    {
      what: texts.users,
      query: mapped(useGroup(groupName), ({ members }) => members.map(({ UserName = '' }) => UserName)),
    },
    {
      what: iam.permissions.attached.title,
      query: mapped(useAttached(entity), (all) => all.map(({ PolicyName = '' }) => PolicyName)),
    },
    { what: iam.permissions.inline.title, query: useInlineNames(entity) },
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
