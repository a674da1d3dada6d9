import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { useAws } from '../../../session/index.ts';
import { roles } from '../../../texts/en/roles.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { removePolicies } from '../entity/remove-policies.ts';
import { usePoliciesFirst } from '../entity/use-policies-first.ts';

const texts = roles.delete;

interface Props {
  readonly roleName: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Deletes a role with its policies. */
export function DeleteRole({ roleName, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
  const first = usePoliciesFirst({ kind: 'role', name: roleName });
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
