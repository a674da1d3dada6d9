import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { changed, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { http } from '../../../texts/en/http.ts';
import type { HttpApi } from '../use-http-api.ts';

const texts = http.settings;

/** Name, description, version, and whether the API answers at its own address. */
export function DetailsForm({ api }: { readonly api: HttpApi }): JSX.Element {
  const { ApiId = '', Name = '', Description = '', Version = '', DisableExecuteApiEndpoint = false } = api;
  const saved = { Name, Description, Version, DisableExecuteApiEndpoint };
  const draft = useDraft(saved);
  const update = useAction('apigatewayv2', 'updateApi');
  const notify = useNotify();
  const { value, set } = draft;
  const save = (): void =>
    update.run({ ApiId, ...changed(saved, value) }, () => {
      notify({ type: 'success', content: texts.done });
      draft.reset();
    });
  return (
    <EditForm
      title={texts.details}
      isChanged={draft.isChanged && value.Name.trim() !== ''}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <FormField label={texts.name}>
        <Input value={value.Name} onChange={({ detail }) => set({ Name: detail.value })} autoComplete={false} />
      </FormField>
      <FormField label={http.descriptionField} stretch>
        <Input
          value={value.Description}
          onChange={({ detail }) => set({ Description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.version}>
        <Input value={value.Version} onChange={({ detail }) => set({ Version: detail.value })} autoComplete={false} />
      </FormField>
      <Toggle
        checked={!value.DisableExecuteApiEndpoint}
        onChange={({ detail }) => set({ DisableExecuteApiEndpoint: !detail.checked })}
        description={texts.defaultEndpointHint}
      >
        {texts.defaultEndpoint}
      </Toggle>
    </EditForm>
  );
}
