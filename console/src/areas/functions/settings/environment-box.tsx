import Box from '@cloudscape-design/components/box';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { useNotify } from '../../../page/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { areWhole, PairEditor, pairsOf, recordOf } from '../../../parts/pair-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { Configuration } from '../use-functions.ts';
import { rebased } from './rebased.ts';
import { useUpdateConfiguration } from './use-update-configuration.ts';

const texts = functionSettings.environment;

interface Props {
  readonly configuration: Configuration;
}

/** Environment variables, whose values are shown to who asks for them. */
export function EnvironmentBox({ configuration }: Props): JSX.Element {
  const [isShown, setShown] = useState(false);
  const variables = Object.entries(configuration.Environment?.Variables ?? {});
  return (
    <EditableBox
      title={texts.title}
      description={texts.hint}
      form={(close) => <EnvironmentForm configuration={configuration} onClose={close} />}
    >
      {variables.length > 0 && (
        <Box padding={{ bottom: 's' }}>
          <Toggle checked={isShown} onChange={({ detail }) => setShown(detail.checked)}>
            {texts.show}
          </Toggle>
        </Box>
      )}
      <NamedValues
        title={texts.variables}
        empty={texts.pairs.empty}
        values={variables.map(([name, value]) => [name, isShown ? value : texts.masked])}
      />
    </EditableBox>
  );
}

function EnvironmentForm({ configuration, onClose }: Props & { onClose(): void }): JSX.Element {
  const now = configuration.Environment?.Variables;
  const [begun] = useState(now);
  const [pairs, setPairs] = useState(() => pairsOf(begun));
  const update = useUpdateConfiguration(configuration);
  const notify = useNotify();
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={areWhole(pairs)}
      onSave={() =>
        update.run({ Environment: { Variables: rebased(begun, recordOf(pairs), now) } }, () => {
          notify({ type: 'success', content: functionSettings.saved });
          onClose();
        })
      }
      onCancel={onClose}
    >
      <PairEditor texts={texts.pairs} pairs={pairs} onChange={setPairs} />
    </SaveForm>
  );
}
