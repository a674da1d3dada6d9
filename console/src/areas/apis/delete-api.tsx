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

/** Deletes an API with all its stages. */
export function DeleteApi({ api, onClose }: Props): JSX.Element {
  const rest = useAction('apigateway', 'deleteRestApi');
  const other = useAction('apigatewayv2', 'deleteApi');
  const notify = useNotify();
  const done = (): void => {
    notify({ type: 'success', content: texts.delete.done(api.name) });
    onClose();
  };
  return (
    <ConfirmDelete
      title={texts.delete.title}
      name={api.name}
      consequence={texts.delete.consequence}
      isRunning={rest.isRunning || other.isRunning}
      error={rest.error ?? other.error}
      onDismiss={onClose}
      onConfirm={() =>
        api.protocol === 'REST' ? rest.run({ restApiId: api.id }, done) : other.run({ ApiId: api.id }, done)
      }
    />
  );
}
