import FormField from '@cloudscape-design/components/form-field';
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
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
  readonly options: readonly MultiselectProps.Option[];
  /** Names: values that are their own labels, also of those that are no longer offered. */
  readonly selected: readonly string[];
  onSelect(names: readonly string[]): void;
}

/** Some of what a list of the API holds, of which there may be thousands; `PickField` is for one. */
export function PickManyField({ label, description, query, selected, onSelect, ...select }: Props): JSX.Element {
  return (
    <FormField label={label} description={description} errorText={query.error?.message}>
      <Multiselect
        {...select}
        selectedOptions={selected.map((name) => ({ value: name, label: name }))}
        onChange={({ detail }) => onSelect(detail.selectedOptions.map(({ value = '' }) => value))}
        filteringType="auto"
        filteringAriaLabel={label}
        statusType={query.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
        deselectAriaLabel={({ label: name = '' }) => parts.removeOf(name)}
        virtualScroll
      />
    </FormField>
  );
}
