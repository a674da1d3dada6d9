import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import type { DraftProps } from './draft-props.ts';

const texts = authorizers.form;

/** Whether what a function decided is kept, and how long. */
export function CachingFields({ draft, set }: DraftProps): JSX.Element {
  return (
    <SpaceBetween size="l">
      <Toggle
        checked={draft.isCached}
        onChange={({ detail }) => set({ isCached: detail.checked })}
        description={texts.cachingDescription}
      >
        {texts.caching}
      </Toggle>
      {draft.isCached && (
        <FormField label={texts.ttl} constraintText={texts.ttlConstraint}>
          <Input
            type="number"
            inputMode="numeric"
            value={draft.ttl}
            onChange={({ detail }) => set({ ttl: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
