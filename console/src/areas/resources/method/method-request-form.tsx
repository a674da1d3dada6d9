import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { listPatches, mapPatches, type Patch, useAll, useSteps, valuePatches } from '../../../data/index.ts';
import { manyOptions } from '../../../parts/many-options.ts';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws } from '../../../session/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import { AuthorizationField } from './authorization-field.tsx';
import { ModelsField } from './models-field.tsx';
import { asParameters, parametersIn } from './request-parameters.ts';
import type { Method, MethodPlace } from './use-method.ts';
import { newValidator, validatorOptions } from './validator-choice.ts';

interface Props {
  readonly place: MethodPlace;
  readonly method: Method;
  onClose(): void;
}

/** Edits a method request. */
export function MethodRequestForm({ place, method: current, onClose }: Props): JSX.Element {
  // As it was when editing began: what somebody else changes meanwhile is neither taken back nor taken away here.
  const [method] = useState(current);
  const { restApiId } = place;
  const validators = useAll('apigateway', 'getRequestValidators', { restApiId, limit: 500 }, (page) => page.items);
  const aws = useAws();
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
  const update = useSteps('apigateway', async (others: readonly Patch[]) => {
    const kind = newValidator(draft.requestValidatorId);
    const made = kind && (await aws.call('apigateway', 'createRequestValidator', { restApiId, ...kind }));
    const requestValidatorId = made ? made.id : draft.requestValidatorId;
    // What was made is there for the next try, too.
    if (made?.id !== undefined) set({ requestValidatorId: made.id });
    const validator = valuePatches('/requestValidatorId', method.requestValidatorId, requestValidatorId);
    return aws.call('apigateway', 'updateMethod', { ...place, patchOperations: [...others, ...validator] });
  });
  const set = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  const options = validatorOptions(validators.data ?? []);
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
      ...valuePatches('/operationName', method.operationName, draft.operationName),
      ...mapPatches('/requestParameters', requestParameters, parameters),
      ...mapPatches('/requestModels', method.requestModels, draft.models),
    ];
    const isOther = draft.requestValidatorId !== (method.requestValidatorId ?? '');
    if (patchOperations.length === 0 && !isOther) onClose();
    else update.run(patchOperations, onClose);
  };
  return (
    <SaveForm isRunning={update.isRunning} error={update.error ?? validators.error} onSave={save} onCancel={onClose}>
      <AuthorizationField restApiId={restApiId} value={draft} onChange={set} />
      <FormField label={texts.methodRequest.validator} description={texts.methodRequest.validatorHint}>
        <Select
          selectedOption={options.find(({ value }) => value === draft.requestValidatorId) ?? null}
          onChange={({ detail }) => set({ requestValidatorId: detail.selectedOption.value ?? '' })}
          options={options}
          {...manyOptions(texts.methodRequest.validator, options.length)}
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
      <ModelsField
        restApiId={restApiId}
        label={texts.methodRequest.body}
        emptyText={texts.methodRequest.noBody}
        value={draft.models}
        onChange={(models) => set({ models })}
      />
    </SaveForm>
  );
}
