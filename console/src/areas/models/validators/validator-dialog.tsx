import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { replacements, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { models } from '../../../texts/en/models.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Validator } from './use-validators.ts';

const texts = models.validators;
const NEW = { name: '', checksBody: true, checksParameters: true };
const PATHS = {
  name: '/name',
  checksBody: '/validateRequestBody',
  checksParameters: '/validateRequestParameters',
} as const;

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
  const draft = useDraft<typeof NEW>(validator ?? NEW);
  const { name, checksBody, checksParameters } = draft.value;
  const done = (): void => {
    notify({ type: 'success', content: texts.saved(name) });
    onClose();
  };
  const save = (): void => {
    if (!validator) {
      const flags = { validateRequestBody: checksBody, validateRequestParameters: checksParameters };
      return create.run({ restApiId: apiId, name, ...flags }, done);
    }
    const patchOperations = [...replacements(validator, draft.value, PATHS)];
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
        <Input
          value={name}
          onChange={({ detail }) => draft.set({ name: detail.value })}
          autoFocus
          autoComplete={false}
        />
      </FormField>
      <Checkbox
        checked={checksBody}
        onChange={({ detail }) => draft.set({ checksBody: detail.checked })}
        description={texts.bodyHint}
      >
        {texts.body}
      </Checkbox>
      <Checkbox
        checked={checksParameters}
        onChange={({ detail }) => draft.set({ checksParameters: detail.checked })}
        description={texts.parametersHint}
      >
        {texts.parameters}
      </Checkbox>
    </Dialog>
  );
}
