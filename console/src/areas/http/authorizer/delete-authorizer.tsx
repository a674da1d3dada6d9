import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { http } from '../../../texts/en/http.ts';
import type { Authorizer } from '../use-http-api.ts';

const texts = http.authorizer.delete;

interface Props {
  readonly apiId: string;
  readonly authorizer: Authorizer;
  onClose(): void;
  onDeleted(): void;
}

/** Deletes an authorizer that guards no route. */
export function DeleteAuthorizer({ apiId, authorizer, onClose, onDeleted }: Props): JSX.Element {
  const { AuthorizerId = '', Name = '' } = authorizer;
  const remove = useAction('apigatewayv2', 'deleteAuthorizer');
  return (
    <DeleteDialog
      texts={texts}
      name={Name}
      action={remove}
      input={{ ApiId: apiId, AuthorizerId }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
