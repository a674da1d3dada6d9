import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import type { Read } from '../data/index.ts';
import { parts } from '../texts/en/parts.ts';
import { manyOptions } from './many-options.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What choosing nothing is called. */
  readonly none: string;
  /** What the options were read by. */
  readonly query: Read<unknown>;
  readonly options: readonly SelectProps.Option[];
  /** Empty for nothing. */
  readonly selected: string;
  onSelect(value: string): void;
}

/** One of what a list of the API holds, or nothing. */
export function ChoiceField({ label, hint, none, query, options, selected, onSelect }: Props): JSX.Element {
  const all = [{ value: '', label: none }, ...options];
  return (
    <FormField label={label} description={hint} errorText={query.error?.message}>
      <Select
        options={all}
        // What is set is shown even where the list may not be read.
        selectedOption={all.find(({ value }) => value === selected) ?? { value: selected, label: selected }}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
        {...manyOptions(label, options.length)}
        statusType={query.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
      />
    </FormField>
  );
}
