import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { alarms } from '../../../texts/en/alarms.ts';

const texts = alarms.delete;

interface Props {
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

export function DeleteAlarm({ name, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('cloudwatch', 'deleteAlarms');
  const notify = useNotify();
  const confirm = (): void =>
    remove.run({ AlarmNames: [name] }, () => {
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
