import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
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

export function DeleteAuthorizer({ apiId, authorizer, onClose, onDeleted = onClose }: Props): JSX.Element {
  const { id = '', name = '' } = authorizer;
  const remove = useAction('apigateway', 'deleteAuthorizer');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, authorizerId: id }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onDeleted();
        })
      }
    />
  );
}
