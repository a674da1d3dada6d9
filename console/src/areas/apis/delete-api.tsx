import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { ConfirmDelete } from '../../parts/confirm-delete.tsx';
import { apis as texts } from '../../texts/en/apis.ts';
import type { ListedApi } from './use-apis.ts';

interface Props {
  readonly api: ListedApi;
  onClose(): void;
}

/** Deletes a REST API with all its stages. */
export function DeleteApi({ api, onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteRestApi');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.delete.title}
      name={api.name}
      consequence={texts.delete.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: api.id }, () => {
          notify({ type: 'success', content: texts.delete.done(api.name) });
          onClose();
        })
      }
    />
  );
}
