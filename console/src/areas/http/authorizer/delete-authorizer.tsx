import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
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
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={Name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ ApiId: apiId, AuthorizerId }, () => {
          notify({ type: 'success', content: texts.done(Name) });
          onDeleted();
        })
      }
    />
  );
}
