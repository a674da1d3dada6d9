import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

const texts = pools.delete;

/** Deletes a pool; one that is protected, or has a domain, the server refuses to delete. */
export function DeletePool({ poolId, name, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteUserPool');
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ UserPoolId: poolId }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
