import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={DomainName}
      action={remove}
      input={{ CertificateArn }}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted();
      }}
    />
  );
}
