import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { apis as texts } from '../../texts/en/apis.ts';

interface Props {
  readonly name: string;
  readonly description: string;
  onChange(values: { readonly name: string; readonly description: string }): void;
}

export function NameFields({ name, description, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="l">
      <FormField label={texts.create.name}>
        <Input value={name} onChange={({ detail }) => onChange({ name: detail.value, description })} autoFocus />
      </FormField>
      <FormField label={texts.create.descriptionField}>
        <Input value={description} onChange={({ detail }) => onChange({ name, description: detail.value })} />
      </FormField>
    </SpaceBetween>
  );
}
