import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly name: string;
  onClose(): void;
}

const texts = pools.groups.delete;

export function DeleteGroup({ poolId, name, onClose }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteGroup');
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
        remove.run({ UserPoolId: poolId, GroupName: name }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    />
  );
}
