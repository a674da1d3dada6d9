import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { alarms } from '../../../texts/en/alarms.ts';

const texts = alarms.form;

interface Names {
  readonly name: string;
  readonly description: string;
}

interface Props {
  readonly draft: Names;
  /** The name of one that is there stays: it is what it is known by. */
  readonly isNew: boolean;
  onChange(change: Partial<Names>): void;
}

export function NameFields({ draft, isNew, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.name}>
        <Input
          value={draft.name}
          disabled={!isNew}
          onChange={({ detail }) => onChange({ name: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.description}>
        <Input
          value={draft.description}
          onChange={({ detail }) => onChange({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
