import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { alarms } from '../../../texts/en/alarms.ts';

const texts = alarms.delete;

interface Props {
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

export function DeleteAlarm({ name, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('cloudwatch', 'deleteAlarms');
  return (
    <DeleteDialog
      texts={{ ...texts, title: texts.button }}
      name={name}
      action={remove}
      input={{ AlarmNames: [name] }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
