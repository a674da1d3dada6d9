import type { JSX } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';

const texts = deploy.canary;

/** Ends a canary without promoting it. */
export function DeleteCanary({ onClose, ...props }: StageProps & { onClose(): void }): JSX.Element {
  const update = useUpdateStage(props);
  return (
    <Dialog
      title={texts.deleteTitle(props.stage.stageName ?? '')}
      action={texts.delete}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() => update.run([{ op: 'remove', path: '/canarySettings' }], texts.deleted, onClose)}
      onDismiss={onClose}
    >
      {texts.deleteText}
    </Dialog>
  );
}
