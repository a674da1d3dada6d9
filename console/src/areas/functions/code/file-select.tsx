import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import type { CodeFile } from '../zip/code-file.ts';
import type { CodeDraft } from './draft.ts';

const texts = functions.code;

interface Props {
  readonly files: readonly CodeFile[];
  readonly selected: string;
  onSelect(path: string): void;
  /** What is marked as not deployed. */
  readonly changes?: CodeDraft['changes'];
}

/** Which file is shown; by typing where there are many. */
export function FileSelect({ files, selected, onSelect, changes }: Props): JSX.Element {
  const options = files.map(({ path }) => ({
    value: path,
    label: path,
    ...(changes?.has(path) && { labelTag: texts.changed }),
  }));
  return (
    <FormField label={texts.file} stretch>
      <Select
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
        options={options}
        filteringType={files.length > 10 ? 'auto' : 'none'}
        filteringAriaLabel={texts.file}
        virtualScroll
        placeholder={texts.noFiles}
        empty={texts.noFiles}
      />
    </FormField>
  );
}
