import type { JSX } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { stages } from '../../../../texts/en/stages.ts';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';
import { methodOf } from './setting.ts';

const texts = stages.methods;

interface Props extends StageProps {
  readonly settingKey: string;
  onClose(): void;
}

/** Takes away the settings of one method. */
export function RemoveOverride({ settingKey, onClose, ...props }: Props): JSX.Element {
  const update = useUpdateStage(props);
  const name = methodOf(settingKey);
  return (
    <Dialog
      title={texts.removeTitle(name)}
      action={texts.remove}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() => update.run([{ op: 'remove', path: `/${settingKey}` }], texts.removed(name), onClose)}
      onDismiss={onClose}
    >
      {texts.removeText}
    </Dialog>
  );
}
