import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';

const texts = clientCertificates.delete;

interface Props {
  readonly id: string;
  onClose(): void;
  /** Unless told otherwise, it closes. */
  onDeleted?(): void;
}

export function DeleteCertificate({ id, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteClientCertificate');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={id}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ clientCertificateId: id }, () => {
          notify({ type: 'success', content: texts.done(id) });
          onDeleted();
        })
      }
    />
  );
}
