import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { iam } from '../../../texts/en/iam.ts';
import { generatePassword } from './generate-password.ts';

const texts = iam.password;

export interface PasswordDraft {
  readonly kind: 'generated' | 'own';
  readonly generated: string;
  readonly own: string;
  /** At the next sign-in. */
  readonly mustChange: boolean;
}

export function newPassword(): PasswordDraft {
  return { kind: 'generated', generated: generatePassword(), own: '', mustChange: true };
}

export function passwordOf({ kind, generated, own }: PasswordDraft): string {
  return kind === 'generated' ? generated : own;
}

interface Props {
  readonly draft: PasswordDraft;
  onChange(draft: PasswordDraft): void;
}

/** A password that is made up here or typed, and whether it must be changed. */
export function PasswordFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.title}>
        <RadioGroup
          value={draft.kind}
          onChange={({ detail }) => onChange({ ...draft, kind: detail.value as PasswordDraft['kind'] })}
          items={[
            { value: 'generated', label: texts.generated, description: texts.generatedHint },
            { value: 'own', label: texts.own },
          ]}
        />
      </FormField>
      {draft.kind === 'own' && (
        <FormField label={texts.field} constraintText={texts.fieldHint}>
          <Input
            type="password"
            value={draft.own}
            autoComplete="new-password"
            onChange={({ detail }) => onChange({ ...draft, own: detail.value })}
          />
        </FormField>
      )}
      <Checkbox
        checked={draft.mustChange}
        description={texts.mustChangeHint}
        onChange={({ detail }) => onChange({ ...draft, mustChange: detail.checked })}
      >
        {texts.mustChange}
      </Checkbox>
    </SpaceBetween>
  );
}
