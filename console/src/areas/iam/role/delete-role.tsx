import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { mapped } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { roles } from '../../../texts/en/roles.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { removePolicies } from '../entity/remove-policies.ts';
import { useAttached, useInlineNames } from '../entity/use-attached.ts';

const texts = roles.delete;

interface Props {
  readonly roleName: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Deletes a role with its policies. */
export function DeleteRole({ roleName, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
  const entity = { kind: 'role', name: roleName } as const;
  const first = [
    {
      what: iam.permissions.attached.title,
      query: mapped(useAttached(entity), (all) => all.map(({ PolicyName = '' }) => PolicyName)),
    },
    { what: iam.permissions.inline.title, query: useInlineNames(entity) },
  ];
  return (
    <DeleteEntity
      title={texts.title}
      name={roleName}
      consequence={texts.consequence}
      first={first}
      steps={() => deleteRole(aws, roleName)}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}

export async function deleteRole(aws: AwsClient, RoleName: string): Promise<void> {
  await removePolicies(aws, { kind: 'role', name: RoleName });
  await aws.call('iam', 'deleteRole', { RoleName });
}
