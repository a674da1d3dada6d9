import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { keys } from '../../../texts/en/keys.ts';

interface Props {
  /** Undefined where the server is to make one. */
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
}

const texts = keys.create;

/** The value of a new key: random, or one's own. */
export function ValueField({ value, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="s">
      <FormField label={texts.value}>
        <RadioGroup
          ariaLabel={texts.value}
          value={value === undefined ? 'auto' : 'custom'}
          onChange={({ detail }) => onChange(detail.value === 'custom' ? '' : undefined)}
          items={[
            { value: 'auto', label: texts.auto, description: texts.autoHint },
            { value: 'custom', label: texts.custom, description: texts.customHint },
          ]}
        />
      </FormField>
      {value !== undefined && (
        <TextField
          label={texts.customValue}
          constraint={texts.customConstraint}
          value={value}
          onChange={onChange}
          autoFocus
        />
      )}
    </SpaceBetween>
  );
}
