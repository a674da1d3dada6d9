import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { http } from '../../../texts/en/http.ts';
import { LinesField } from '../lines-field.tsx';
import { type Cors, corsOf, draftOf } from './draft.ts';

const texts = http.cors;
const METHODS = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((value) => ({
  value,
  label: value,
}));

interface Props {
  readonly apiId: string;
  readonly saved: Cors | undefined;
}

export function CorsForm({ apiId, saved }: Props): JSX.Element {
  const draft = useDraft(draftOf(saved));
  const update = useAction('apigatewayv2', 'updateApi');
  const notify = useNotify();
  const { value, set } = draft;
  const save = (): void =>
    update.run({ ApiId: apiId, CorsConfiguration: corsOf(value) }, () => {
      notify({ type: 'success', content: texts.done });
      draft.reset();
    });
  return (
    <EditForm
      title={texts.configuration}
      description={saved ? undefined : texts.off}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <LinesField
        label={texts.origins}
        description={texts.originsHint}
        placeholder="https://www.example.com"
        value={value.origins}
        onChange={(origins) => set({ origins })}
      />
      <LinesField
        label={texts.headers}
        description={texts.headersHint}
        placeholder="content-type"
        value={value.headers}
        onChange={(headers) => set({ headers })}
      />
      <FormField label={texts.methods} description={texts.methodsHint} stretch>
        <Multiselect
          options={METHODS}
          selectedOptions={METHODS.filter((method) => value.methods.includes(method.value))}
          onChange={({ detail }) => set({ methods: detail.selectedOptions.map((option) => option.value ?? '') })}
          placeholder={texts.chooseMethods}
          deselectAriaLabel={(option) => texts.removeMethod(option.value ?? '')}
        />
      </FormField>
      <LinesField
        label={texts.exposed}
        description={texts.exposedHint}
        value={value.exposed}
        onChange={(exposed) => set({ exposed })}
      />
      <FormField label={texts.maxAge} description={texts.maxAgeHint} constraintText={texts.maxAgeRange}>
        <Input
          type="number"
          inputMode="numeric"
          value={value.maxAge}
          onChange={({ detail }) => set({ maxAge: detail.value })}
        />
      </FormField>
      <Toggle
        checked={value.isWithCredentials}
        onChange={({ detail }) => set({ isWithCredentials: detail.checked })}
        description={texts.credentialsHint}
      >
        {texts.credentials}
      </Toggle>
    </EditForm>
  );
}
