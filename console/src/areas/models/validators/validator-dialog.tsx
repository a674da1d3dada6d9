import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction, valuePatches } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { models } from '../../../texts/en/models.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Validator } from './use-validators.ts';

const texts = models.validators;

interface Props {
  readonly apiId: string;
  /** Absent for a new one. */
  readonly validator?: Validator;
  onClose(): void;
}

/** Makes or changes a request validator. */
export function ValidatorDialog({ apiId, validator, onClose }: Props): JSX.Element {
  const create = useAction('apigateway', 'createRequestValidator');
  const update = useAction('apigateway', 'updateRequestValidator');
  const notify = useNotify();
  const [name, setName] = useState(validator?.name ?? '');
  const [body, setBody] = useState(validator?.checksBody ?? true);
  const [parameters, setParameters] = useState(validator?.checksParameters ?? true);
  const done = (): void => {
    notify({ type: 'success', content: texts.saved(name) });
    onClose();
  };
  const save = (): void => {
    if (!validator) {
      const flags = { validateRequestBody: body, validateRequestParameters: parameters };
      return create.run({ restApiId: apiId, name, ...flags }, done);
    }
    const patchOperations = [
      ...valuePatches('/name', validator.name, name),
      ...valuePatches('/validateRequestBody', String(validator.checksBody), String(body)),
      ...valuePatches('/validateRequestParameters', String(validator.checksParameters), String(parameters)),
    ];
    if (patchOperations.length === 0) return onClose();
    return update.run({ restApiId: apiId, requestValidatorId: validator.id, patchOperations }, done);
  };
  return (
    <Dialog
      title={validator ? texts.editTitle : texts.createTitle}
      action={parts.save}
      isReady={name.trim() !== ''}
      isRunning={create.isRunning || update.isRunning}
      error={create.error ?? update.error}
      onSubmit={save}
      onDismiss={onClose}
    >
      <FormField label={texts.name}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <Checkbox checked={body} onChange={({ detail }) => setBody(detail.checked)} description={texts.bodyHint}>
        {texts.body}
      </Checkbox>
      <Checkbox
        checked={parameters}
        onChange={({ detail }) => setParameters(detail.checked)}
        description={texts.parametersHint}
      >
        {texts.parameters}
      </Checkbox>
    </Dialog>
  );
}
