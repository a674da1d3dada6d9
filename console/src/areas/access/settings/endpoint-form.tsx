import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Textarea from '@cloudscape-design/components/textarea';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { apiSettings } from '../../../texts/en/api-settings.ts';
import { apis } from '../../../texts/en/apis.ts';
import { ENDPOINT_TYPES, endpointDraftOf, endpointPatches, IP_TYPES, type RestApi } from './draft.ts';
import { useUpdateApi } from './use-update-api.ts';

const texts = apiSettings.endpoint;
const { types } = apis.create.endpoint;

/** Where the API answers, and for whom. */
export function EndpointForm({ api }: { readonly api: RestApi }): JSX.Element {
  const saved = endpointDraftOf(api);
  const draft = useDraft(saved);
  const update = useUpdateApi(api.id ?? '');
  const { type, ipType, vpcEndpoints, isExecuteApiOn } = draft.value;
  const isPrivate = type === 'PRIVATE';
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onDiscard={draft.reset}
      onSave={() => update.run(endpointPatches(saved, draft.value), draft.reset)}
    >
      <FormField label={texts.type}>
        <RadioGroup
          value={type}
          onChange={({ detail }) => draft.set({ type: detail.value })}
          items={ENDPOINT_TYPES.map((value) => ({ value, ...types[value] }))}
        />
      </FormField>
      <FormField label={texts.ipType}>
        <RadioGroup
          value={isPrivate ? 'dualstack' : ipType}
          onChange={({ detail }) => draft.set({ ipType: detail.value })}
          items={IP_TYPES.map((value) => ({ value, ...texts.ipTypes[value], disabled: isPrivate }))}
        />
      </FormField>
      {isPrivate && (
        <FormField label={texts.vpcEndpoints} description={texts.vpcEndpointsHint}>
          <Textarea
            value={vpcEndpoints}
            onChange={({ detail }) => draft.set({ vpcEndpoints: detail.value })}
            rows={2}
            spellcheck={false}
          />
        </FormField>
      )}
      <FormField label={texts.execute} description={texts.executeHint}>
        <Toggle checked={isExecuteApiOn} onChange={({ detail }) => draft.set({ isExecuteApiOn: detail.checked })}>
          {texts.executeOn}
        </Toggle>
      </FormField>
    </EditForm>
  );
}
