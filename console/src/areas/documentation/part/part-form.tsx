import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { indented } from '../../../parts/json-editor/format-json.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import type { Documented } from '../documented.ts';
import { isContent, PropertiesField } from './properties-field.tsx';

const texts = documentation.part;

interface Props {
  readonly apiId: string;
  readonly documented: Documented;
  onCancel(): void;
}

/** Writes what stands about a location, for the first time or anew. */
export function PartForm({ apiId, documented: { location, own, inherited }, onCancel }: Props): JSX.Element {
  const create = useAction('apigateway', 'createDocumentationPart');
  const update = useAction('apigateway', 'updateDocumentationPart');
  const notify = useNotify();
  const written = own?.properties ?? inherited?.properties;
  const draft = useDraft({ properties: written === undefined ? startOf(location.type) : indented(written) });
  const { properties } = draft.value;
  const done = (): void => {
    notify({ type: 'success', content: texts.saved });
    draft.reset();
  };
  const save = (): void => {
    if (!own) return create.run({ restApiId: apiId, location, properties }, done);
    const patchOperations = [{ op: 'replace', path: '/properties', value: properties } as const];
    return update.run({ restApiId: apiId, documentationPartId: own.id, patchOperations }, done);
  };
  return (
    <SaveForm
      isRunning={create.isRunning || update.isRunning}
      error={create.error ?? update.error}
      canSave={isContent(properties) && (!own || draft.isChanged)}
      onSave={save}
      onCancel={onCancel}
    >
      <PropertiesField value={properties} onChange={(changed) => draft.set({ properties: changed })} />
    </SaveForm>
  );
}

/** What exports look for (guide, "Representation of API documentation in API Gateway"). */
function startOf(type: string): string {
  const content = type === 'API' ? { info: { description: '' } } : { description: '' };
  return JSON.stringify(content, null, 2);
}
