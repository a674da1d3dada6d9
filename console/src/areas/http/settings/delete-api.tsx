import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { apis } from '../../../texts/en/apis.ts';
import type { HttpApi } from '../use-http-api.ts';

const texts = apis.delete;

interface Props {
  readonly api: HttpApi;
  onClose(): void;
  onDeleted(): void;
}

/** Deletes an HTTP API with all its stages. */
export function DeleteApi({ api: { ApiId = '', Name = '' }, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigatewayv2', 'deleteApi');
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
        remove.run({ ApiId }, () => {
          notify({ type: 'success', content: texts.done(Name) });
          onDeleted();
        })
      }
    />
  );
}
