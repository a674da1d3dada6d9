import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import type { Draft } from '../../../../parts/use-draft.ts';
import { stages } from '../../../../texts/en/stages.ts';
import { FieldGroup } from '../field-group.tsx';
import type { SettingDraft } from './draft-of-setting.ts';

const texts = stages.methods;
const LEVELS = ['OFF', 'ERROR', 'INFO'] as const;

export function LoggingFields({ draft }: { readonly draft: Draft<SettingDraft> }): JSX.Element {
  const { loggingLevel, dataTraceEnabled, metricsEnabled } = draft.value;
  return (
    <FieldGroup title={texts.logging}>
      <FormField label={texts.loglevel} description={texts.loglevelHint}>
        <Select
          options={LEVELS.map((value) => ({ value, label: texts.levels[value] }))}
          selectedOption={{ value: loggingLevel, label: texts.levels[loggingLevel] }}
          onChange={({ detail }) =>
            draft.set({ loggingLevel: LEVELS.find((level) => level === detail.selectedOption.value) ?? 'OFF' })
          }
        />
      </FormField>
      <Toggle
        checked={dataTraceEnabled}
        description={texts.dataTraceHint}
        onChange={({ detail }) => draft.set({ dataTraceEnabled: detail.checked })}
      >
        {texts.dataTrace}
      </Toggle>
      <Toggle
        checked={metricsEnabled}
        description={texts.metricsHint}
        onChange={({ detail }) => draft.set({ metricsEnabled: detail.checked })}
      >
        {texts.metrics}
      </Toggle>
    </FieldGroup>
  );
}
