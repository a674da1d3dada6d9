import type { JSX } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { ConfirmDelete } from '../../../../parts/confirm-delete.tsx';
import { logs } from '../../../../texts/en/logs.ts';

const texts = logs.groups.delete;

interface Props {
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

export function DeleteGroup({ name, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('logs', 'deleteLogGroup');
  const notify = useNotify();
  const confirm = (): void =>
    remove.run({ logGroupName: name }, () => {
      notify({ type: 'success', content: texts.done(name) });
      onDeleted();
    });
  return (
    <ConfirmDelete
      title={texts.button}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onConfirm={confirm}
      onDismiss={onClose}
    />
  );
}
