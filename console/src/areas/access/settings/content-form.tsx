import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { apiSettings } from '../../../texts/en/api-settings.ts';
import { contentDraftOf, contentPatches, type RestApi } from './draft.ts';
import { useUpdateApi } from './use-update-api.ts';

const texts = apiSettings.content;

/** What becomes of bodies. */
export function ContentForm({ api }: { readonly api: RestApi }): JSX.Element {
  const saved = contentDraftOf(api);
  const draft = useDraft(saved);
  const update = useUpdateApi(api.id ?? '');
  const { isCompressed, minimum, binaryTypes } = draft.value;
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged && (!isCompressed || minimum !== '')}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onDiscard={draft.reset}
      onSave={() => update.run(contentPatches(saved, draft.value), draft.reset)}
    >
      <FormField label={texts.compression} description={texts.compressionHint}>
        <Toggle checked={isCompressed} onChange={({ detail }) => draft.set({ isCompressed: detail.checked })}>
          {texts.compressionOn}
        </Toggle>
      </FormField>
      {isCompressed && (
        <FormField label={texts.minimum} constraintText={texts.minimumConstraint}>
          <Input
            type="number"
            inputMode="numeric"
            value={minimum}
            onChange={({ detail }) => draft.set({ minimum: detail.value })}
          />
        </FormField>
      )}
      <FormField label={texts.binary} description={texts.binaryHint}>
        <Textarea
          value={binaryTypes}
          onChange={({ detail }) => draft.set({ binaryTypes: detail.value })}
          placeholder="image/*"
          rows={3}
          spellcheck={false}
        />
      </FormField>
    </EditForm>
  );
}
