import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../data/index.ts';
import { Page, useNotify } from '../../page/index.ts';
import { useApiTrail } from '../../parts/api-trail.ts';
import { SaveForm } from '../../parts/save-form.tsx';
import { useNavigate, usePageParams } from '../../routing/index.ts';
import { models as texts } from '../../texts/en/models.ts';
import { SchemaEditor } from './schema/schema-editor.tsx';
import { useSchemaCheck } from './schema/use-schema-check.ts';
import { modelPath } from './use-models.ts';

const SCHEMA = `{
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object",
  "required": ["name"],
  "properties": {
    "name": { "type": "string" }
  }
}`;

/** Makes a model. */
export default function CreateModelPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const notify = useNotify();
  const create = useAction('apigateway', 'createModel');
  const [draft, setDraft] = useState({ name: '', contentType: 'application/json', description: '', schema: SCHEMA });
  const { name, contentType, description, schema } = draft;
  const set = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { check, isValid } = useSchemaCheck(apiId, name, contentType, schema);
  const list = `/apis/${apiId}/models`;
  const save = (): void =>
    create.run({ restApiId: apiId, name, contentType, schema, ...(description !== '' && { description }) }, () => {
      notify({ type: 'success', content: texts.create.done(name) });
      navigate(modelPath(apiId, name));
    });
  return (
    <Page title={texts.create.title} trail={[...trail, { text: texts.title, path: list }]}>
      <Container>
        <SaveForm
          isRunning={create.isRunning}
          error={create.error}
          canSave={name !== '' && contentType !== '' && isValid}
          saveText={texts.create.button}
          onSave={save}
          onCancel={() => navigate(list)}
        >
          <FormField label={texts.fields.name} constraintText={texts.fields.nameConstraint}>
            <Input
              value={name}
              onChange={({ detail }) => set({ name: detail.value })}
              invalid={!/^[A-Za-z0-9]*$/.test(name)}
              autoFocus
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
          <FormField label={texts.fields.contentType} description={texts.fields.contentTypeHint}>
            <Input
              value={contentType}
              onChange={({ detail }) => set({ contentType: detail.value })}
              spellcheck={false}
            />
          </FormField>
          <FormField label={texts.fields.description}>
            <Input value={description} onChange={({ detail }) => set({ description: detail.value })} />
          </FormField>
          <SchemaEditor
            apiId={apiId}
            contentType={contentType}
            value={schema}
            onChange={(changed) => set({ schema: changed })}
            check={check}
          />
        </SaveForm>
      </Container>
    </Page>
  );
}
