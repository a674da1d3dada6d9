import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import type { Read } from '../../data/index.ts';
import { timeFormat } from '../../preferences/index.ts';
import { parts } from '../../texts/en/parts.ts';
import { stages } from '../../texts/en/stages.ts';
import type { Deployment } from './use-deployments.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly deployments: Read<readonly Deployment[]>;
  readonly selected: string;
  onSelect(id: string): void;
  /** What else may be chosen; stands first. */
  readonly others?: readonly { readonly value: string; readonly label: string }[];
}

const STYLE = { dateStyle: 'medium', timeStyle: 'medium' } as const;

/** One of an API's deployments. */
export function DeploymentSelect({ label, hint, deployments, selected, onSelect, others = [] }: Props): JSX.Element {
  const known = (deployments.data ?? []).map(({ id, description, created }) => ({
    value: id,
    label: id,
    description: [created && timeFormat(STYLE).format(created), description].filter(Boolean).join(' · '),
  }));
  const options = [...others, ...known];
  return (
    <FormField label={label} description={hint}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
        placeholder={stages.create.choose}
        filteringType="auto"
        filteringAriaLabel={label}
        triggerVariant="option"
        virtualScroll
        statusType={deployments.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
        empty={stages.create.noDeployments}
      />
    </FormField>
  );
}
