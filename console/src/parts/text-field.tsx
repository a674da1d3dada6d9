import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import type { JSX } from 'react';

interface Props extends Pick<InputProps, 'type' | 'inputMode' | 'placeholder' | 'autoFocus' | 'disabled'> {
  readonly label: string;
  readonly description?: string | undefined;
  readonly constraint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  onChange(value: string): void;
}

/** One line of text with what it is called; the browser neither completes nor spells it. */
export function TextField({ label, description, constraint, error, value, onChange, ...input }: Props): JSX.Element {
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={error}>
      <Input
        {...input}
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete={input.type === 'password' ? 'new-password' : false}
        spellcheck={false}
      />
    </FormField>
  );
}
