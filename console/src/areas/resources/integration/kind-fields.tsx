import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { FunctionField } from '../../../parts/function-field.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { type Draft, KINDS } from './integration.ts';
import { VpcLinkField } from './vpc-link-field.tsx';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

export interface DraftProps {
  readonly draft: Draft;
  onChange(draft: Draft): void;
}

/** What a method leads to, and the fields that this kind needs. */
export function KindFields({ draft, onChange }: DraftProps): JSX.Element {
  const { kind, isProxy } = draft;
  const set = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  const verb = VERBS.map((value) => ({ value })).find(({ value }) => value === draft.httpMethod) ?? null;
  return (
    <SpaceBetween size="l">
      <FormField label={texts.integration.type} stretch>
        <Tiles
          ariaLabel={texts.integration.type}
          columns={3}
          value={kind}
          onChange={({ detail }) => set({ kind: KINDS.find((known) => known === detail.value) ?? kind })}
          items={KINDS.map((value) => ({ value, ...texts.integration.kinds[value] }))}
        />
      </FormField>
      {kind !== 'mock' && kind !== 'aws' && (
        <Toggle
          checked={isProxy}
          onChange={({ detail }) => set({ isProxy: detail.checked })}
          description={texts.integration.proxyDescriptions[kind === 'lambda' ? 'lambda' : 'http']}
        >
          {texts.integration.proxy[kind === 'lambda' ? 'lambda' : 'http']}
        </Toggle>
      )}
      {kind === 'lambda' && (
        <FunctionField value={draft.functionArn} onChange={(functionArn) => set({ functionArn })} />
      )}
      {kind === 'vpc-link' && (
        <VpcLinkField value={draft.connectionId} onChange={(connectionId) => set({ connectionId })} />
      )}
      {(kind === 'http' || kind === 'aws' || kind === 'vpc-link') && (
        <SpaceBetween size="l">
          <FormField label={texts.integration.httpMethod}>
            <Select
              selectedOption={verb}
              onChange={({ detail }) => set({ httpMethod: detail.selectedOption.value ?? 'GET' })}
              options={VERBS.map((value) => ({ value }))}
            />
          </FormField>
          <FormField
            label={kind === 'aws' ? texts.integration.serviceUri : texts.integration.url}
            constraintText={kind === 'aws' ? texts.integration.serviceUriConstraint : texts.integration.urlConstraint}
            stretch
          >
            <Input value={draft.uri} onChange={({ detail }) => set({ uri: detail.value })} spellcheck={false} />
          </FormField>
        </SpaceBetween>
      )}
      {(kind === 'aws' || kind === 'lambda') && (
        <FormField label={texts.integration.credentials} description={texts.integration.credentialsDescription} stretch>
          <Input
            value={draft.credentials}
            onChange={({ detail }) => set({ credentials: detail.value })}
            spellcheck={false}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
