import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';

const texts = clientCertificates.delete;

interface Props {
  readonly id: string;
  onClose(): void;
  /** Unless told otherwise, it closes. */
  onDeleted?(): void;
}

export function DeleteCertificate({ id, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteClientCertificate');
  return (
    <DeleteDialog
      texts={texts}
      name={id}
      action={remove}
      input={{ clientCertificateId: id }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
