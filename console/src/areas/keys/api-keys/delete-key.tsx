import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { keys } from '../../../texts/en/keys.ts';
import { type ApiKey, keyName } from './use-keys.ts';

interface Props {
  readonly apiKey: ApiKey;
  onClose(): void;
  onDeleted?(): void;
}

const texts = keys.delete;

export function DeleteKey({ apiKey, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteApiKey');
  const notify = useNotify();
  const name = keyName(apiKey);
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ apiKey: apiKey.id ?? '' }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onDeleted();
        })
      }
    />
  );
}
