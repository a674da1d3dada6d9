import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { listPatches, mapPatches, useAction, useAll, valuePatches } from '../../../data/index.ts';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { AuthorizationField } from './authorization-field.tsx';
import { asParameters, parametersIn } from './request-parameters.ts';
import type { Method, MethodPlace } from './use-method.ts';

interface Props {
  readonly place: MethodPlace;
  readonly method: Method;
  onClose(): void;
}

/** Edits a method request. */
export function MethodRequestForm({ place, method, onClose }: Props): JSX.Element {
  const { restApiId } = place;
  const validators = useAll('apigateway', 'getRequestValidators', { restApiId, limit: 500 }, (page) => page.items);
  const update = useAction('apigateway', 'updateMethod');
  const { requestParameters = {} } = method;
  const [draft, setDraft] = useState({
    authorizationType: method.authorizationType ?? 'NONE',
    authorizerId: method.authorizerId ?? '',
    scopes: (method.authorizationScopes ?? []).join(' '),
    apiKeyRequired: method.apiKeyRequired ?? false,
    requestValidatorId: method.requestValidatorId ?? '',
    operationName: method.operationName ?? '',
    queries: parametersIn(requestParameters, 'querystring'),
    headers: parametersIn(requestParameters, 'header'),
    models: method.requestModels ?? {},
  });
  const set = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  const options = [
    { value: '', label: texts.methodRequest.noValidator },
    ...(validators.data ?? []).map(({ id = '', name = id }) => ({ value: id, label: name })),
  ];
  const save = (): void => {
    const parameters = {
      ...asParameters(parametersIn(requestParameters, 'path'), 'path'),
      ...asParameters(draft.queries, 'querystring'),
      ...asParameters(draft.headers, 'header'),
    };
    const scopes = draft.scopes.split(/\s+/).filter((scope) => scope !== '');
    const patchOperations = [
      // The authorizer first: a type that needs one is refused without it.
      ...valuePatches('/authorizerId', method.authorizerId, draft.authorizerId),
      ...valuePatches('/authorizationType', method.authorizationType, draft.authorizationType),
      ...listPatches('/authorizationScopes', method.authorizationScopes, scopes),
      ...valuePatches('/apiKeyRequired', String(method.apiKeyRequired ?? false), String(draft.apiKeyRequired)),
      ...valuePatches('/requestValidatorId', method.requestValidatorId, draft.requestValidatorId),
      ...valuePatches('/operationName', method.operationName, draft.operationName),
      ...mapPatches('/requestParameters', requestParameters, parameters),
      ...mapPatches('/requestModels', method.requestModels, draft.models),
    ];
    if (patchOperations.length === 0) onClose();
    else update.run({ ...place, patchOperations }, onClose);
  };
  return (
    <SaveForm isRunning={update.isRunning} error={update.error ?? validators.error} onSave={save} onCancel={onClose}>
      <AuthorizationField restApiId={restApiId} value={draft} onChange={set} />
      <FormField label={texts.methodRequest.validator}>
        <Select
          selectedOption={options.find(({ value }) => value === draft.requestValidatorId) ?? null}
          onChange={({ detail }) => set({ requestValidatorId: detail.selectedOption.value ?? '' })}
          options={options}
        />
      </FormField>
      <Checkbox checked={draft.apiKeyRequired} onChange={({ detail }) => set({ apiKeyRequired: detail.checked })}>
        {texts.methodRequest.apiKeyRequired}
      </Checkbox>
      <FormField label={texts.methodRequest.operationName}>
        <Input value={draft.operationName} onChange={({ detail }) => set({ operationName: detail.value })} />
      </FormField>
      <FormField label={texts.methodRequest.queries} stretch>
        <MapEditor
          value={draft.queries}
          onChange={(queries) => set({ queries })}
          nameLabel={texts.methodRequest.name}
          valueLabel={texts.required}
          addText={texts.methodRequest.addQuery}
          emptyText={texts.methodRequest.noQueries}
          initial={false}
        />
      </FormField>
      <FormField label={texts.methodRequest.headers} stretch>
        <MapEditor
          value={draft.headers}
          onChange={(headers) => set({ headers })}
          nameLabel={texts.methodRequest.name}
          valueLabel={texts.required}
          addText={texts.methodRequest.addHeader}
          emptyText={texts.methodRequest.noHeaders}
          initial={false}
        />
      </FormField>
      <FormField label={texts.methodRequest.body} stretch>
        <MapEditor
          value={draft.models}
          onChange={(models) => set({ models })}
          nameLabel={texts.methodRequest.contentType}
          valueLabel={texts.methodRequest.model}
          addText={texts.methodRequest.addModel}
          emptyText={texts.methodRequest.noBody}
          initial=""
        />
      </FormField>
    </SaveForm>
  );
}
