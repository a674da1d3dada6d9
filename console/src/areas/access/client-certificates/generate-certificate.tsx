import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';

const texts = clientCertificates.generate;

/** Makes a certificate, and shows it. */
export function GenerateCertificate({ onClose }: { onClose(): void }): JSX.Element {
  const [description, setDescription] = useState('');
  const generate = useAction('apigateway', 'generateClientCertificate');
  const navigate = useNavigate();
  const notify = useNotify();
  return (
    <Dialog
      title={texts.title}
      action={texts.action}
      isRunning={generate.isRunning}
      error={generate.error}
      onDismiss={onClose}
      onSubmit={() =>
        generate.run(description === '' ? {} : { description }, ({ clientCertificateId: id = '' }) => {
          notify({ type: 'success', content: texts.done(id) });
          navigate(`/client-certificates/${id}`);
        })
      }
    >
      <div>{texts.text}</div>
      <FormField label={texts.description}>
        <Input
          value={description}
          onChange={({ detail }) => setDescription(detail.value)}
          autoComplete={false}
          autoFocus
        />
      </FormField>
    </Dialog>
  );
}
