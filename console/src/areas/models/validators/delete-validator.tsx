import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { models } from '../../../texts/en/models.ts';
import type { Validator } from './use-validators.ts';

const texts = models.validators;

interface Props {
  readonly apiId: string;
  readonly validator: Validator;
  onClose(): void;
}

/** Deletes a validator; of one in use the refusal names the method. */
export function DeleteValidator({ apiId, validator, onClose }: Props): JSX.Element {
  const { id, name } = validator;
  const remove = useAction('apigateway', 'deleteRequestValidator');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.deleteTitle}
      name={name}
      consequence={texts.deleteConsequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, requestValidatorId: id }, () => {
          notify({ type: 'success', content: texts.deleted(name) });
          onClose();
        })
      }
    />
  );
}
