import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { mapPatches, useAction } from '../../../data/index.ts';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { ModelsField } from '../method/models-field.tsx';
import type { Method, MethodPlace } from '../method/use-method.ts';

const PREFIX = 'method.response.header.';

interface Props {
  readonly place: MethodPlace;
  /** Absent for a new one. */
  readonly response?: NonNullable<Method['methodResponses']>[string];
  onClose(): void;
}

/** Makes a method response, or changes one, which `PutMethodResponse` refuses to. */
export function MethodResponseForm({ place, response: current, onClose }: Props): JSX.Element {
  // As it was when editing began: what somebody else changes meanwhile is neither taken back nor taken away here.
  const [response] = useState(current);
  const put = useAction('apigateway', 'putMethodResponse');
  const update = useAction('apigateway', 'updateMethodResponse');
  const [statusCode, setStatusCode] = useState(response?.statusCode ?? '');
  const [headers, setHeaders] = useState<Readonly<Record<string, boolean>>>(() =>
    Object.fromEntries(
      Object.entries(response?.responseParameters ?? {}).map(([name, isRequired]) => [
        name.replace(PREFIX, ''),
        isRequired,
      ]),
    ),
  );
  const [models, setModels] = useState(response?.responseModels ?? {});
  const responseParameters = Object.fromEntries(Object.entries(headers).map(([name, value]) => [PREFIX + name, value]));
  const save = (): void => {
    if (!response) return put.run({ ...place, statusCode, responseParameters, responseModels: models }, onClose);
    const patchOperations = [
      ...mapPatches('/responseParameters', response.responseParameters, responseParameters),
      ...mapPatches('/responseModels', response.responseModels, models),
    ];
    return patchOperations.length === 0 ? onClose() : update.run({ ...place, statusCode, patchOperations }, onClose);
  };
  return (
    <SaveForm
      isRunning={put.isRunning || update.isRunning}
      error={put.error ?? update.error}
      canSave={/^[1-5]\d\d$/.test(statusCode)}
      onSave={save}
      onCancel={onClose}
    >
      {!response && (
        <FormField label={texts.methodResponse.status}>
          <Input value={statusCode} onChange={({ detail }) => setStatusCode(detail.value)} inputMode="numeric" />
        </FormField>
      )}
      <FormField label={texts.methodResponse.headers} stretch>
        <MapEditor
          value={headers}
          onChange={setHeaders}
          nameLabel={texts.methodRequest.name}
          valueLabel={texts.required}
          addText={texts.methodRequest.addHeader}
          emptyText={texts.methodResponse.noHeaders}
          initial={false}
        />
      </FormField>
      <ModelsField
        restApiId={place.restApiId}
        label={texts.methodResponse.body}
        emptyText={texts.methodResponse.noBody}
        value={models}
        onChange={setModels}
      />
    </SaveForm>
  );
}
