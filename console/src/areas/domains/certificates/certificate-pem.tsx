import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { CodeArea } from '../../../parts/code-area.tsx';
import { download } from '../../../parts/download.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { certificates } from '../../../texts/en/certificates.ts';
import { idOfArn } from './use-certificates.ts';

const texts = certificates.details;

/** Certificate and chain, to be read and taken along. */
export function CertificatePem({ arn }: { readonly arn: string }): JSX.Element {
  const certificate = useCall('acm', 'getCertificate', { CertificateArn: arn });
  const { Certificate = '', CertificateChain = '' } = certificate.data ?? {};
  const pem = Certificate + CertificateChain;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.pemHint}
          actions={
            <Button
              iconName="download"
              disabled={pem === ''}
              onClick={() => download(new TextEncoder().encode(pem), `${idOfArn(arn)}.pem`)}
            >
              {texts.download}
            </Button>
          }
        >
          {texts.pem}
        </Header>
      }
    >
      <QueryState query={certificate}>
        {() => <CodeArea value={pem} readOnly rows={8} ariaLabel={texts.pem} spellcheck={false} />}
      </QueryState>
    </Container>
  );
}
