import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { manyOptions } from './many-options.ts';

interface Props {
  readonly label: string;
  /** What choosing nothing is called. */
  readonly all: string;
  readonly options: readonly SelectProps.Option[];
  /** Empty for all. */
  readonly selected: string;
  onSelect(value: string): void;
}

/** Filters by one of several, or by none; the label stands in the field. */
export function Choice({ label, all, options, selected, onSelect }: Props): JSX.Element {
  const offered = [{ value: '', label: all }, ...options];
  return (
    <Select
      options={offered}
      inlineLabelText={label}
      // What is in the address is shown even where the list may not be read.
      selectedOption={offered.find(({ value }) => value === selected) ?? { value: selected, label: selected }}
      onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
      {...manyOptions(label, options.length)}
      expandToViewport
    />
  );
}
