import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { manyOptions } from '../../../parts/many-options.ts';
import { domains } from '../../../texts/en/domains.ts';
import { parts } from '../../../texts/en/parts.ts';
import { type Target, useTargetStages, useTargets } from './use-targets.ts';

const { choice: texts, mappings } = domains;

interface Props {
  /** Which APIs may be chosen. */
  offers(target: Target): boolean;
  readonly apiId: string;
  readonly stage: string;
  onChange(changes: { readonly apiId: string; readonly stage: string }): void;
  /** What choosing no stage is called, where that may be. */
  readonly noStage?: string;
}

/** An API and one of its stages. */
export function TargetFields({ offers, apiId, stage, onChange, noStage }: Props): JSX.Element {
  const targets = useTargets();
  const offered = (targets.data ?? []).filter(offers);
  const target = offered.find(({ id }) => id === apiId);
  const stages = useTargetStages(target);
  const names = stages.data ?? [];
  const apiOptions = offered.map(({ id, name, protocol }) => ({
    value: id,
    label: name,
    description: id,
    labelTag: protocol,
  }));
  const stageOptions = [
    ...(noStage !== undefined && target?.protocol !== 'HTTP' ? [{ value: '', label: noStage }] : []),
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <ColumnLayout columns={2}>
      <FormField label={mappings.dialog.api} errorText={targets.error?.message}>
        <Select
          options={apiOptions}
          // What is set is shown even where the list may not be read.
          selectedOption={apiOptions.find(({ value }) => value === apiId) ?? (apiId === '' ? null : { value: apiId })}
          onChange={({ detail }) => onChange({ apiId: detail.selectedOption.value ?? '', stage: '' })}
          {...manyOptions(mappings.dialog.api, offered.length)}
          placeholder={texts.chooseApi}
          empty={texts.noApis}
          statusType={targets.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
        />
      </FormField>
      <FormField label={mappings.dialog.stage} errorText={stages.error?.message}>
        <Select
          options={stageOptions}
          selectedOption={
            stageOptions.find(({ value }) => value === stage) ?? (stage === '' ? null : { value: stage, label: stage })
          }
          onChange={({ detail }) => onChange({ apiId, stage: detail.selectedOption.value ?? '' })}
          disabled={apiId === ''}
          {...manyOptions(mappings.dialog.stage, stageOptions.length)}
          placeholder={texts.chooseStage}
          empty={texts.noStages}
          statusType={target && stages.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
        />
      </FormField>
    </ColumnLayout>
  );
}
