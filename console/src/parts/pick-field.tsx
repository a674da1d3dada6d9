import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import type { Read } from '../data/index.ts';
import { parts } from '../texts/en/parts.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly placeholder: string;
  /** Said where there is nothing to choose. */
  readonly empty: string;
  /** What the options were read by. */
  readonly query: Read<unknown>;
  readonly options: readonly SelectProps.Option[];
  /** Empty while nothing is chosen. */
  readonly selected: string;
  readonly disabled?: boolean;
  onSelect(value: string): void;
}

/** One of what a list of the API holds, of which there may be thousands; `ChoiceField` is for one or nothing. */
export function PickField({ label, description, query, options, selected, onSelect, ...select }: Props): JSX.Element {
  return (
    <FormField label={label} description={description} errorText={query.error?.message}>
      <Select
        {...select}
        options={options}
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
        filteringType="auto"
        filteringAriaLabel={label}
        virtualScroll
        expandToViewport
        statusType={query.isPending && !select.disabled ? 'loading' : 'finished'}
        loadingText={parts.loading}
      />
    </FormField>
  );
}
