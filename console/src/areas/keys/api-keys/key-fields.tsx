import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { keys } from '../../../texts/en/keys.ts';

/** What may be said of a key at any time. */
export interface KeyDraft {
  readonly name: string;
  readonly description: string;
  readonly customerId: string;
  readonly enabled: boolean;
}

interface Props {
  readonly draft: KeyDraft;
  onChange(changes: Partial<KeyDraft>): void;
}

const texts = keys.create;

export function KeyFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="l">
      <TextField label={texts.name} value={draft.name} onChange={(name) => onChange({ name })} autoFocus />
      <TextField
        label={texts.description}
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
      <TextField
        label={texts.customerId}
        description={texts.customerIdHint}
        value={draft.customerId}
        onChange={(customerId) => onChange({ customerId })}
      />
      <Checkbox
        checked={draft.enabled}
        description={texts.enabledHint}
        onChange={({ detail }) => onChange({ enabled: detail.checked })}
      >
        {texts.enabled}
      </Checkbox>
    </SpaceBetween>
  );
}
