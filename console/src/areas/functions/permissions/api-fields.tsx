import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { joined, useAll } from '../../../data/index.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { PermissionDraft } from './permission-draft.ts';

const texts = functionSettings.permissions;
const VERBS = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

interface Props {
  readonly draft: PermissionDraft;
  onChange(changes: Partial<PermissionDraft>): void;
}

/** Which method of which API. */
export function ApiFields({ draft, onChange }: Props): JSX.Element {
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) =>
    page.items?.map(({ id = '', name = '' }) => ({ value: id, label: name, description: id })),
  );
  const http = useAll('apigatewayv2', 'getApis', { MaxResults: '500' }, (page) =>
    page.Items?.map(({ ApiId = '', Name = '' }) => ({ value: ApiId, label: Name, description: ApiId })),
  );
  const apis = joined(rest, http);
  return (
    <SpaceBetween size="l">
      <FormField label={texts.api} errorText={apis.error?.message}>
        <Select
          selectedOption={apis.data?.find(({ value }) => value === draft.apiId) ?? null}
          onChange={({ detail }) => onChange({ apiId: detail.selectedOption.value ?? '' })}
          options={apis.data ?? []}
          filteringType="auto"
          filteringAriaLabel={texts.api}
          virtualScroll
          statusType={apis.isPending ? 'loading' : 'finished'}
          placeholder={texts.chooseApi}
          empty={texts.noApis}
        />
      </FormField>
      <FormField label={texts.verb}>
        <Select
          selectedOption={{ value: draft.verb, label: draft.verb === '*' ? texts.anyVerb : draft.verb }}
          onChange={({ detail }) => onChange({ verb: detail.selectedOption.value ?? '*' })}
          options={VERBS.map((value) => ({ value, label: value === '*' ? texts.anyVerb : value }))}
        />
      </FormField>
      <TextField
        label={texts.path}
        constraint={texts.pathConstraint}
        value={draft.path}
        onChange={(path) => onChange({ path })}
      />
    </SpaceBetween>
  );
}
