import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { certificates } from '../../../texts/en/certificates.ts';
import type { Certificate } from './use-certificates.ts';

interface Props {
  readonly certificate: Pick<Certificate, 'CertificateArn' | 'DomainName'>;
  onClose(): void;
  onDeleted(): void;
}

const texts = certificates.delete;

export function DeleteCertificate({ certificate, onClose, onDeleted }: Props): JSX.Element {
  const { CertificateArn = '', DomainName = CertificateArn } = certificate;
  const remove = useAction('acm', 'deleteCertificate');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={DomainName}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ CertificateArn }, () => {
          notify({ type: 'success', content: texts.done(DomainName) });
          onClose();
          onDeleted();
        })
      }
    />
  );
}
