import { type JSX, useState } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { PickField } from '../../../../parts/pick-field.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { stages } from '../../../../texts/en/stages.ts';
import { useDeployedMethods } from '../../use-deployed-methods.ts';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';
import { methodOf, SETTING_PATHS, settingKey, settingOf } from './setting.ts';

const texts = stages.methods;

/** Gives one of the deployed methods settings of its own. */
export function AddOverride({ onClose, ...props }: StageProps & { onClose(): void }): JSX.Element {
  const { stage } = props;
  const methods = useDeployedMethods(props.apiId, stage.deploymentId ?? '');
  const update = useUpdateStage(props);
  const [, setMethod] = useQueryParam('method');
  const [chosen, choose] = useState('');
  const options = (methods.data ?? [])
    .map(({ path, verb }) => settingKey(path, verb))
    .filter((key) => stage.methodSettings?.[key] === undefined)
    .map((key) => ({ value: key, label: methodOf(key) }));
  const submit = (): void => {
    // Setting anything makes the settings; this is what it has already.
    const level = settingOf(stage, chosen).loggingLevel;
    const patch = { op: 'replace', path: `/${chosen}/${SETTING_PATHS.loggingLevel}`, value: level } as const;
    update.run([patch], texts.added(methodOf(chosen)), () => {
      onClose();
      setMethod(chosen);
    });
  };
  return (
    <Dialog
      title={texts.addTitle}
      action={texts.add}
      isReady={chosen !== ''}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <PickField
        label={texts.method}
        description={texts.addHint}
        placeholder={texts.choose}
        empty={texts.noneLeft}
        query={methods}
        options={options}
        selected={chosen}
        onSelect={choose}
      />
    </Dialog>
  );
}
