import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { FunctionField } from '../../../parts/function-field.tsx';
import { http } from '../../../texts/en/http.ts';
import { METHODS } from '../route-key.ts';
import type { IntegrationDraft } from './draft.ts';

const texts = http.integration;

interface Props {
  readonly draft: IntegrationDraft;
  onChange(changes: Partial<IntegrationDraft>): void;
}

/** What invoking a function needs. */
export function FunctionFields({ draft, onChange }: Props): JSX.Element {
  const { functionArn, payload, credentials } = draft;
  return (
    <SpaceBetween size="l">
      <FunctionField value={functionArn} onChange={(arn) => onChange({ functionArn: arn })} />
      <FormField label={texts.payload} description={texts.payloadHint}>
        <RadioGroup
          value={payload}
          onChange={({ detail }) => onChange({ payload: detail.value })}
          items={(['2.0', '1.0'] as const).map((value) => ({
            value,
            label: value,
            description: texts.payloads[value],
          }))}
        />
      </FormField>
      <FormField label={texts.credentialsField} description={texts.credentialsHint} stretch>
        <Input
          value={credentials}
          onChange={({ detail }) => onChange({ credentials: detail.value })}
          placeholder="arn:aws:iam::000000000000:role/invoke"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}

/** What calling a server needs. */
export function ServerFields({ draft, onChange }: Props): JSX.Element {
  const { method, url, serverName } = draft;
  return (
    <SpaceBetween size="l">
      <FormField label={texts.method} description={texts.methodHint}>
        <Select
          selectedOption={{ value: method, label: method }}
          onChange={({ detail }) => onChange({ method: detail.selectedOption.value ?? 'ANY' })}
          options={METHODS.map((value) => ({ value, label: value }))}
        />
      </FormField>
      <FormField label={texts.url} constraintText={texts.urlHint} stretch>
        <Input
          value={url}
          onChange={({ detail }) => onChange({ url: detail.value })}
          placeholder="https://backend.example.com/{proxy}"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      {url.trim().startsWith('https:') && (
        <FormField label={texts.serverNameField} description={texts.serverNameHint} stretch>
          <Input
            value={serverName}
            onChange={({ detail }) => onChange({ serverName: detail.value })}
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
