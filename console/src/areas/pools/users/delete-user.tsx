import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
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
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={username}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ UserPoolId: poolId, Username: username }, () => {
          notify({ type: 'success', content: texts.done(username) });
          onDeleted();
        })
      }
    />
  );
}
