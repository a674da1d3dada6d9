import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { certificates } from '../../../texts/en/certificates.ts';
import { TRAIL } from './trail.ts';
import { idOfArn } from './use-certificates.ts';

const texts = certificates.request;

/** Asks the authority for a certificate; the certificate's own page shows how that goes. */
export default function RequestPage(): JSX.Element {
  const [typed, setTyped] = useState('');
  const request = useAction('acm', 'requestCertificate');
  const navigate = useNavigate();
  const notify = useNotify();
  const [DomainName = '', ...others] = typed.split(/[\s,]+/).filter((name) => name !== '');
  const submit = (): void =>
    request.run(
      { DomainName, ValidationMethod: 'HTTP', ...(others.length > 0 && { SubjectAlternativeNames: others }) },
      ({ CertificateArn }) => {
        notify({ type: 'success', content: texts.done(DomainName) });
        navigate(`/certificates/${idOfArn(CertificateArn)}`, { replace: true });
      },
    );
  return (
    <Page title={texts.title} description={texts.description} trail={TRAIL}>
      <Container>
        <SaveForm
          isRunning={request.isRunning}
          error={request.error}
          canSave={DomainName !== ''}
          saveText={texts.button}
          onSave={submit}
          onCancel={() => navigate('/certificates')}
        >
          <FormField label={texts.names} description={texts.namesHint}>
            <Textarea
              value={typed}
              rows={4}
              placeholder={texts.namesExample}
              onChange={({ detail }) => setTyped(detail.value)}
              spellcheck={false}
              autoFocus
            />
          </FormField>
          <Alert type="info" header={texts.validation}>
            {texts.validationText}
          </Alert>
        </SaveForm>
      </Container>
    </Page>
  );
}
