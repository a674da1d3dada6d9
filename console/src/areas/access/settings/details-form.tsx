import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { JSX } from 'react';
import { valuePatches } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditForm } from '../../../parts/edit-form.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { apiSettings } from '../../../texts/en/api-settings.ts';
import type { RestApi } from './draft.ts';
import { useUpdateApi } from './use-update-api.ts';

const texts = apiSettings.details;

interface Props {
  readonly api: RestApi;
  readonly arn: string;
}

/** What an API is called, and where its keys come from. */
export function DetailsForm({ api, arn }: Props): JSX.Element {
  const { id = '', name = '', description = '', apiKeySource = 'HEADER' } = api;
  const saved = { name, description, apiKeySource };
  const draft = useDraft(saved);
  const update = useUpdateApi(id);
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged && draft.value.name.trim() !== ''}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onDiscard={draft.reset}
      onSave={() =>
        update.run(
          [
            ...valuePatches('/name', name, draft.value.name),
            ...valuePatches('/description', description, draft.value.description),
            ...valuePatches('/apiKeySource', apiKeySource, draft.value.apiKeySource),
          ],
          draft.reset,
        )
      }
    >
      <KeyValues
        columns={2}
        pairs={[
          [texts.id, <CopyText key="id" text={id} />],
          [texts.arn, <CopyText key="arn" text={arn} />],
          [texts.created, <Time key="created" date={api.createdDate} />],
          [texts.root, api.rootResourceId],
        ]}
      />
      <FormField label={texts.name}>
        <Input
          value={draft.value.name}
          onChange={({ detail }) => draft.set({ name: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.description} stretch>
        <Input
          value={draft.value.description}
          onChange={({ detail }) => draft.set({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.apiKeySource}>
        <RadioGroup
          value={draft.value.apiKeySource}
          onChange={({ detail }) => draft.set({ apiKeySource: detail.value })}
          items={[
            { value: 'HEADER', ...texts.sources.HEADER },
            { value: 'AUTHORIZER', ...texts.sources.AUTHORIZER },
          ]}
        />
      </FormField>
    </EditForm>
  );
}
