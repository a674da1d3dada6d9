import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { certificates } from '../../../texts/en/certificates.ts';
import { CertificateStatus } from './certificate-status.tsx';
import { Expiry } from './expiry.tsx';
import type { Certificate } from './use-certificates.ts';

const { details: texts, columns, types, renewals } = certificates;

/** What a certificate is and says of itself. */
export function CertificateDetails({ certificate }: { readonly certificate: Certificate }): JSX.Element {
  const { CertificateArn = '', Status, Type = '', SubjectAlternativeNames = [], KeyUsages = [] } = certificate;
  const isImported = Type === 'IMPORTED';
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="l">
        <KeyValues columns={1} pairs={[[texts.arn, <CopyText key="arn" text={CertificateArn} />]]} />
        <KeyValues
          pairs={[
            [columns.status, <CertificateStatus key="status" status={Status} />],
            [columns.type, types[Type] ?? Type],
            [columns.expires, <Expiry key="expires" date={certificate.NotAfter} />],
            [columns.renewal, isImported ? renewals.imported : renewals.requested],
            [texts.names, SubjectAlternativeNames.join(', ')],
            [texts.subject, certificate.Subject],
            [texts.issuer, certificate.Issuer],
            [texts.notBefore, <Time key="before" date={certificate.NotBefore} />],
            [
              isImported ? texts.imported : texts.issued,
              <Time key="at" date={isImported ? certificate.ImportedAt : certificate.IssuedAt} />,
            ],
            [texts.key, certificate.KeyAlgorithm],
            [texts.signature, certificate.SignatureAlgorithm],
            [texts.usages, KeyUsages.map(({ Name }) => Name).join(', ')],
          ]}
        />
        {certificate.Serial !== undefined && (
          <KeyValues columns={1} pairs={[[texts.serial, <CopyText key="serial" text={certificate.Serial} />]]} />
        )}
      </SpaceBetween>
    </Container>
  );
}
