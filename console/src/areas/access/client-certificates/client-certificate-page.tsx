import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { download } from '../../../parts/download.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { clientCertificates as texts } from '../../../texts/en/client-certificates.ts';
import { CertificateDetails } from './certificate-details.tsx';
import { DeleteCertificate } from './delete-certificate.tsx';
import { useClientCertificate } from './use-client-certificates.ts';
import { UsingStages } from './using-stages.tsx';

const LIST = '/client-certificates';

/** One client certificate: its text for backends, and the stages that show it. */
export default function ClientCertificatePage(): JSX.Element {
  const { certificateId } = usePageParams('certificateId');
  const { region } = useAws();
  const navigate = useNavigate();
  const query = useClientCertificate(certificateId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const arn = `arn:aws:apigateway:${region}::/clientcertificates/${certificateId}`;
  return (
    <Page
      title={certificateId}
      trail={[
        { text: texts.service, path: '/apis' },
        { text: texts.title, path: LIST },
      ]}
      actions={
        <Button disabled={!query.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={query}>
        {(certificate) => (
          <SpaceBetween size="l">
            <CertificateDetails certificate={certificate} arn={arn} />
            <Pem id={certificateId} pem={certificate.pemEncodedCertificate ?? ''} />
            <UsingStages certificateId={certificateId} />
            <ResourceTags service="apigateway" arn={arn} />
            {dialog === 'delete' && (
              <DeleteCertificate
                id={certificateId}
                onClose={() => setDialog('')}
                onDeleted={() => navigate(LIST, { replace: true })}
              />
            )}
          </SpaceBetween>
        )}
      </QueryState>
    </Page>
  );
}

function Pem({ id, pem }: { readonly id: string; readonly pem: string }): JSX.Element {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.details.pemHint}
          actions={
            <Button onClick={() => download(new TextEncoder().encode(pem), `${id}.pem`)}>
              {texts.details.download}
            </Button>
          }
        >
          {texts.details.pem}
        </Header>
      }
    >
      <CodeEditor value={pem} language="text" label={texts.details.pem} maxLines={12} />
    </Container>
  );
}
