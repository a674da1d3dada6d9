import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import type { DraftProps } from './draft-props.ts';

const texts = authorizers.form;

/** Where the token is, and what it must look like. */
export function TokenFields({ draft, set }: DraftProps): JSX.Element {
  const type = draft.type === 'TOKEN' ? 'TOKEN' : 'COGNITO_USER_POOLS';
  return (
    <SpaceBetween size="l">
      <FormField label={texts.tokenSource} description={texts.tokenSourceDescription}>
        <Input
          value={draft.tokenHeader}
          onChange={({ detail }) => set({ tokenHeader: detail.value.trim() })}
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      <FormField label={texts.validation} description={texts.validationDescription[type]} stretch>
        <Input
          value={draft.validation}
          onChange={({ detail }) => set({ validation: detail.value })}
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
