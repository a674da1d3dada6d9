import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={{ title: texts.deleteTitle, consequence: texts.deleteConsequence, done: texts.deleted }}
      name={name}
      action={remove}
      input={{ restApiId: apiId, requestValidatorId: id }}
      onClose={onClose}
    />
  );
}
