import type { JSX } from 'react';
import { useAction } from '../../../../data/index.ts';
import { DeleteDialog } from '../../../../parts/delete-dialog.tsx';
import { logs } from '../../../../texts/en/logs.ts';

const texts = logs.groups.delete;

interface Props {
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

export function DeleteGroup({ name, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('logs', 'deleteLogGroup');
  return (
    <DeleteDialog
      texts={{ ...texts, title: texts.button }}
      name={name}
      action={remove}
      input={{ logGroupName: name }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
