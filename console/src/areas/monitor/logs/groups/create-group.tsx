import { type JSX, useState } from 'react';
import { orUndo, useSteps } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { useNavigate } from '../../../../routing/index.ts';
import { useAws } from '../../../../session/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { groupPath } from '../addresses.ts';
import { RetentionField } from './retention-field.tsx';

const texts = logs.groups.create;

/** Makes a log group and opens its page. */
export function CreateGroup({ onClose }: { onClose(): void }): JSX.Element {
  const create = useCreateGroup();
  const navigate = useNavigate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [retentionInDays, setRetention] = useState<number>();
  const submit = (): void =>
    create.run({ logGroupName: name, retentionInDays }, () => {
      notify({ type: 'success', content: texts.done(name) });
      navigate(groupPath(name));
    });
  return (
    <Dialog
      title={texts.button}
      action={texts.action}
      isReady={name !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <TextField label={texts.name} constraint={texts.nameRules} value={name} onChange={setName} autoFocus />
      <RetentionField days={retentionInDays} onChange={setRetention} />
    </Dialog>
  );
}

interface NewGroup {
  readonly logGroupName: string;
  readonly retentionInDays: number | undefined;
}

function useCreateGroup() {
  const aws = useAws();
  return useSteps('logs', async ({ logGroupName, retentionInDays }: NewGroup) => {
    await aws.call('logs', 'createLogGroup', { logGroupName });
    if (retentionInDays === undefined) return;
    await orUndo(
      () => aws.call('logs', 'putRetentionPolicy', { logGroupName, retentionInDays }),
      () => aws.call('logs', 'deleteLogGroup', { logGroupName }),
    );
  });
}
