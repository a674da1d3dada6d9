import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { pools } from '../../../texts/en/pools.ts';

export interface PasswordDraft {
  readonly password: string;
  /** Whether the user need not choose another at the first sign-in. */
  readonly isPermanent: boolean;
}

export const NO_PASSWORD: PasswordDraft = { password: '', isPermanent: true };

interface Props {
  readonly draft: PasswordDraft;
  onChange(draft: PasswordDraft): void;
}

const texts = pools.users.create;
const KINDS = Object.entries(texts.kinds).map(([value, text]) => ({ value, ...text }));

/** A password that somebody else gives a user. */
export function PasswordFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <TextField
        label={texts.password}
        type="password"
        value={draft.password}
        onChange={(password) => onChange({ ...draft, password })}
      />
      <FormField label={texts.kind}>
        <RadioGroup
          ariaLabel={texts.kind}
          value={draft.isPermanent ? 'permanent' : 'temporary'}
          onChange={({ detail }) => onChange({ ...draft, isPermanent: detail.value === 'permanent' })}
          items={KINDS}
        />
      </FormField>
    </SpaceBetween>
  );
}
