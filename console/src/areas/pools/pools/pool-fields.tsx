import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { NEEDS, type PoolDraft } from './pool-draft.ts';

interface Props {
  readonly draft: PoolDraft;
  onChange(changes: Partial<PoolDraft>): void;
}

const texts = pools.form;

/** What of a pool can be changed at any time. */
export function PoolFields({ draft, onChange: set }: Props): JSX.Element {
  const { needs } = draft;
  return (
    <SpaceBetween size="l">
      <TextField label={texts.name} value={draft.name} onChange={(name) => set({ name })} autoFocus />
      <Toggle
        checked={draft.selfSignUp}
        description={texts.selfSignUpHint}
        onChange={({ detail }) => set({ selfSignUp: detail.checked })}
      >
        {texts.selfSignUp}
      </Toggle>
      <TextField
        label={texts.minimum}
        constraint={texts.minimumHint}
        type="number"
        inputMode="numeric"
        value={draft.minimum}
        onChange={(minimum) => set({ minimum })}
      />
      <FormField label={texts.need}>
        <SpaceBetween size="xs">
          {NEEDS.map((need) => (
            <Checkbox
              key={need}
              checked={needs.includes(need)}
              onChange={({ detail }) =>
                set({ needs: detail.checked ? [...needs, need] : needs.filter((each) => each !== need) })
              }
            >
              {texts.needs[need]}
            </Checkbox>
          ))}
        </SpaceBetween>
      </FormField>
      <Toggle
        checked={draft.isProtected}
        description={texts.protectionHint}
        onChange={({ detail }) => set({ isProtected: detail.checked })}
      >
        {texts.protection}
      </Toggle>
    </SpaceBetween>
  );
}
