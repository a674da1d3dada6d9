import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

const texts = pools.delete;

/** Deletes a pool; one that is protected, or has a domain, the server refuses to delete. */
export function DeletePool({ poolId, name, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteUserPool');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ UserPoolId: poolId }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onDeleted();
        })
      }
    />
  );
}
