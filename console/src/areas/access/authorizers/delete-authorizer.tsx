import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { authorizers } from '../../../texts/en/authorizers.ts';
import type { Authorizer } from './use-authorizers.ts';

const texts = authorizers.delete;

interface Props {
  readonly apiId: string;
  readonly authorizer: Authorizer;
  onClose(): void;
  /** Unless told otherwise, it closes. */
  onDeleted?(): void;
}

export function DeleteAuthorizer({ apiId, authorizer, onClose, onDeleted }: Props): JSX.Element {
  const { id = '', name = '' } = authorizer;
  const remove = useAction('apigateway', 'deleteAuthorizer');
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ restApiId: apiId, authorizerId: id }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
