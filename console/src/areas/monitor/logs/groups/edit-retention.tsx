import { type JSX, useState } from 'react';
import { useSteps } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { useAws } from '../../../../session/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { parts } from '../../../../texts/en/parts.ts';
import type { LogGroup } from '../use-log-groups.ts';
import { RetentionField } from './retention-field.tsx';

const texts = logs.groups.editRetention;

interface Props {
  readonly group: LogGroup;
  onClose(): void;
}

/** Changes how long a group keeps its events. */
export function EditRetention({ group, onClose }: Props): JSX.Element {
  const { logGroupName = '', retentionInDays } = group;
  const keep = useKeepFor(logGroupName);
  const notify = useNotify();
  const [days, setDays] = useState(retentionInDays);
  return (
    <Dialog
      title={texts.title(logGroupName)}
      action={parts.form.save}
      isReady={days !== retentionInDays}
      isRunning={keep.isRunning}
      error={keep.error}
      onSubmit={() =>
        keep.run(days, () => {
          notify({ type: 'success', content: texts.done(logGroupName, days) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <RetentionField days={days} onChange={setDays} />
    </Dialog>
  );
}

function useKeepFor(logGroupName: string) {
  const aws = useAws();
  return useSteps('logs', (retentionInDays: number | undefined) =>
    retentionInDays === undefined
      ? aws.call('logs', 'deleteRetentionPolicy', { logGroupName })
      : aws.call('logs', 'putRetentionPolicy', { logGroupName, retentionInDays }),
  );
}
