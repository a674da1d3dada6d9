import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { parts } from '../texts/en/parts.ts';

const texts = parts.headers;

interface Props {
  /** Lines of `Name: value`; `headersFrom` reads them. */
  readonly value: string;
  onChange(value: string): void;
  readonly description?: string;
  readonly placeholder?: string;
}

/** Headers of a request, as they are written on the wire. */
export function HeadersField({
  value,
  onChange,
  description,
  placeholder = 'Accept: application/json',
}: Props): JSX.Element {
  return (
    <FormField label={texts.label} description={description ?? texts.description} stretch>
      <Textarea
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        placeholder={placeholder}
        rows={2}
        spellcheck={false}
      />
    </FormField>
  );
}
