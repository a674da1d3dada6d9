import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { keys } from '../../../texts/en/keys.ts';
import { type ApiKey, keyName } from './use-keys.ts';

interface Props {
  readonly apiKey: ApiKey;
  onClose(): void;
  onDeleted?(): void;
}

const texts = keys.delete;

export function DeleteKey({ apiKey, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteApiKey');
  const name = keyName(apiKey);
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ apiKey: apiKey.id ?? '' }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
