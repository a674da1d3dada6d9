import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog texts={texts} name={Name} action={remove} input={{ ApiId }} onClose={onClose} onDeleted={onDeleted} />
  );
}
