import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import type { JSX } from 'react';
import { http } from '../../../texts/en/http.ts';
import { type IntegrationDraft, KINDS, TIMEOUT } from './draft.ts';
import { FunctionFields, ServerFields } from './kind-fields.tsx';

const texts = http.integration;

interface Props {
  readonly draft: IntegrationDraft;
  onChange(changes: Partial<IntegrationDraft>): void;
}

/** What an integration leads to, and how. */
export function IntegrationFields({ draft, onChange: set }: Props): JSX.Element {
  const { kind, timeout, description } = draft;
  const KindFields = kind === 'function' ? FunctionFields : ServerFields;
  return (
    <SpaceBetween size="l">
      <FormField label={texts.type} stretch>
        <Tiles
          ariaLabel={texts.type}
          columns={2}
          value={kind}
          onChange={({ detail }) => set({ kind: KINDS.find((known) => known === detail.value) ?? kind })}
          items={KINDS.map((value) => ({ value, ...texts.kinds[value] }))}
        />
      </FormField>
      <KindFields draft={draft} onChange={set} />
      <FormField label={texts.timeoutField} constraintText={texts.timeoutHint(TIMEOUT.min, TIMEOUT.max)}>
        <Input
          type="number"
          inputMode="numeric"
          value={timeout}
          onChange={({ detail }) => set({ timeout: detail.value })}
        />
      </FormField>
      <FormField label={http.descriptionField} stretch>
        <Input value={description} onChange={({ detail }) => set({ description: detail.value })} autoComplete={false} />
      </FormField>
    </SpaceBetween>
  );
}
