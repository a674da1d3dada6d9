import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { replacements, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { indented } from '../../../parts/json-editor/format-json.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { models as texts } from '../../../texts/en/models.ts';
import { SchemaEditor } from '../schema/schema-editor.tsx';
import { isJsonType } from '../schema/schema-problems.ts';
import { useSchemaCheck } from '../schema/use-schema-check.ts';
import type { Model } from '../use-models.ts';

const PATHS = { description: '/description', schema: '/schema' } as const;

interface Props {
  readonly apiId: string;
  readonly model: Model;
}

/** A model's schema, edited where it stands. */
export function ModelSchema({ apiId, model }: Props): JSX.Element {
  const { contentType = '' } = model;
  return (
    <EditableBox
      title={texts.model.schema}
      form={(close) => <SchemaForm apiId={apiId} model={model} onClose={close} />}
    >
      <CodeEditor
        value={shownSchema(model)}
        language={isJsonType(contentType) ? 'json' : 'text'}
        label={texts.model.schema}
        minLines={3}
      />
    </EditableBox>
  );
}

function SchemaForm({ apiId, model, onClose }: Props & { onClose(): void }): JSX.Element {
  const { name = '', contentType = '' } = model;
  const update = useAction('apigateway', 'updateModel');
  const notify = useNotify();
  const saved = { description: model.description ?? '', schema: shownSchema(model) };
  const draft = useDraft(saved);
  const { description, schema } = draft.value;
  const { check, isValid } = useSchemaCheck(apiId, name, contentType, schema);
  const save = (): void => {
    const patchOperations = [...replacements(saved, draft.value, PATHS)];
    if (patchOperations.length === 0) return onClose();
    return update.run({ restApiId: apiId, modelName: name, patchOperations }, () => {
      notify({ type: 'success', content: texts.model.saved(name) });
      onClose();
    });
  };
  return (
    <SaveForm isRunning={update.isRunning} error={update.error} canSave={isValid} onSave={save} onCancel={onClose}>
      <FormField label={texts.fields.description}>
        <Input value={description} onChange={({ detail }) => draft.set({ description: detail.value })} />
      </FormField>
      <SchemaEditor
        apiId={apiId}
        contentType={contentType}
        value={schema}
        onChange={(changed) => draft.set({ schema: changed })}
        check={check}
      />
    </SaveForm>
  );
}

/** Tools write schemas in one line, which nobody can read. */
function shownSchema({ schema = '', contentType = '' }: Model): string {
  return isJsonType(contentType) ? indented(schema) : schema;
}
