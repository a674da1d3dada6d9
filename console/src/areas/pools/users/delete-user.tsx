import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly username: string;
  onClose(): void;
  onDeleted(): void;
}

const texts = pools.users.delete;

export function DeleteUser({ poolId, username, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'adminDeleteUser');
  return (
    <DeleteDialog
      texts={texts}
      name={username}
      action={remove}
      input={{ UserPoolId: poolId, Username: username }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
