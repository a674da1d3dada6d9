import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { certificates } from '../../../texts/en/certificates.ts';
import { PemField } from './pem-field.tsx';
import { type PemParts, withFile } from './split-pem.ts';
import { TRAIL } from './trail.ts';
import { idOfArn, useCertificate, useCertificateArn } from './use-certificates.ts';

const texts = certificates.import;
const FIELDS = [
  ['certificate', texts.body, texts.bodyHint],
  ['privateKey', texts.privateKey, texts.privateKeyHint],
  ['chain', texts.chain, texts.chainHint],
] as const;

/** Imports a certificate, or (`id=...`) another in the place of one that was imported before. */
export default function ImportPage(): JSX.Element {
  const [id] = useQueryParam('id');
  const isAgain = id !== '';
  const arn = useCertificateArn(id);
  const before = useCertificate(isAgain ? arn : '');
  const [pem, setPem] = useState<PemParts>({ certificate: '', chain: '', privateKey: '' });
  const importing = useAction('acm', 'importCertificate');
  const navigate = useNavigate();
  const notify = useNotify();
  const submit = (): void => {
    const input = {
      ...(isAgain && { CertificateArn: arn }),
      Certificate: bytes(pem.certificate),
      PrivateKey: bytes(pem.privateKey),
      ...(pem.chain.trim() !== '' && { CertificateChain: bytes(pem.chain) }),
    };
    importing.run(input, ({ CertificateArn }) => {
      notify({ type: 'success', content: texts.done });
      navigate(`/certificates/${idOfArn(CertificateArn)}`, { replace: true });
    });
  };
  return (
    <Page
      title={isAgain ? texts.again(before.data?.DomainName ?? id) : texts.title}
      description={texts.description}
      trail={TRAIL}
    >
      <Container>
        <SaveForm
          isRunning={importing.isRunning}
          error={importing.error}
          canSave={pem.certificate.trim() !== '' && pem.privateKey.trim() !== ''}
          saveText={texts.submit}
          onSave={submit}
          onCancel={() => navigate(isAgain ? `/certificates/${id}` : '/certificates')}
        >
          {isAgain && <Alert type="info">{texts.againText}</Alert>}
          {FIELDS.map(([field, label, hint]) => (
            <PemField
              key={field}
              label={label}
              hint={hint}
              value={pem[field]}
              onChange={(text) => setPem((typed) => ({ ...typed, [field]: text }))}
              onFile={(text) => setPem((typed) => withFile(typed, field, text))}
            />
          ))}
        </SaveForm>
      </Container>
    </Page>
  );
}

function bytes(pem: string): Uint8Array {
  return new TextEncoder().encode(pem.trim());
}
