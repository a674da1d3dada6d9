import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { resources as texts } from '../../../texts/en/resources.ts';

const CONTENT_HANDLING = ['', 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'];

interface Props {
  /** Empty: bodies pass as they are. */
  readonly value: string;
  onChange(value: string): void;
}

/** Whether bodies are converted between bytes and Base64. */
export function ContentHandlingField({ value, onChange }: Props): JSX.Element {
  const options = CONTENT_HANDLING.map((each) => ({ value: each, label: contentHandlingName(each) }));
  return (
    <FormField label={texts.integration.contentHandling}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
        options={options}
      />
    </FormField>
  );
}

export function contentHandlingName(value = ''): string {
  return texts.integration.contentHandlings[value] ?? value;
}
