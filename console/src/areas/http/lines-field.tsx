import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { http as texts } from '../../texts/en/http.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** As `textOf` makes it. */
  readonly value: string;
  onChange(value: string): void;
}

/** A list, an item a line. */
export function LinesField({ label, description, placeholder = '', value, onChange }: Props): JSX.Element {
  return (
    <FormField label={label} description={description} constraintText={texts.oneALine} stretch>
      <Textarea
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        placeholder={placeholder}
        rows={Math.min(Math.max(value.split('\n').length, 2), 10)}
        spellcheck={false}
      />
    </FormField>
  );
}
