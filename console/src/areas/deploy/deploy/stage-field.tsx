import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { manyOptions } from '../../../parts/many-options.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import type { Stage } from '../use-stages.ts';

const texts = deploy.deploy;
/** In place of a stage's name; none is spelt so. */
export const NEW_STAGE = '*new*';

interface Props {
  readonly stages: readonly Stage[];
  readonly selected: string;
  onSelect(name: string): void;
}

/** One of the stages, or a new one. */
export function StageField({ stages, selected, onSelect }: Props): JSX.Element {
  const options = [
    ...stages.map(({ stageName = '', description }) => ({
      value: stageName,
      label: stageName,
      ...(description !== undefined && { description }),
    })),
    { value: NEW_STAGE, label: texts.newStage },
  ];
  return (
    <FormField label={texts.stage}>
      <Select
        options={options}
        {...manyOptions(texts.stage, options.length)}
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
