import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly name: string;
  onClose(): void;
}

const texts = pools.groups.delete;

export function DeleteGroup({ poolId, name, onClose }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteGroup');
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ UserPoolId: poolId, GroupName: name }}
      onClose={onClose}
    />
  );
}
