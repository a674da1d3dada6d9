import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { JSX } from 'react';
import { BreakingText } from '../../../parts/breaking-text.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { certificates } from '../../../texts/en/certificates.ts';
import { CertificateStatus } from './certificate-status.tsx';
import { type Certificate, useCertificate } from './use-certificates.ts';

const texts = certificates.validation;
/** The authority takes some seconds at least. */
const FOLLOW_MS = 3_000;

/** How the authority gets on with the names of a certificate that was requested. */
export function Validation({ certificate }: { readonly certificate: Certificate }): JSX.Element {
  const { CertificateArn = '', Status, DomainValidationOptions: names = [] } = certificate;
  const validated = names.filter(({ ValidationStatus }) => ValidationStatus === 'SUCCESS').length;
  return (
    <SpaceBetween size="s">
      {Status === 'PENDING_VALIDATION' && (
        <>
          <Follow arn={CertificateArn} />
          <ProgressBar
            label={texts.progress}
            description={texts.since}
            value={(100 * validated) / Math.max(1, names.length)}
            additionalInfo={texts.progressText(validated, names.length)}
          />
        </>
      )}
      {Status === 'VALIDATION_TIMED_OUT' && <Alert type="error">{texts.timedOut}</Alert>}
      <Table
        header={<Header variant="h2">{texts.title}</Header>}
        items={names}
        trackBy="DomainName"
        wrapLines
        ariaLabels={{ tableLabel: texts.title }}
        columnDefinitions={[
          {
            id: 'name',
            header: texts.columns.name,
            cell: ({ DomainName = '' }) => <BreakingText text={DomainName} />,
            isRowHeader: true,
          },
          {
            id: 'status',
            header: texts.columns.status,
            cell: ({ ValidationStatus }) => <CertificateStatus status={ValidationStatus} />,
            minWidth: 205,
          },
          {
            id: 'address',
            header: texts.columns.address,
            cell: ({ DomainName = '' }) => <CopyText text={`http://${DomainName}/.well-known/acme-challenge/`} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}

/** Reads again what the page shows for as long as it is there. */
function Follow({ arn }: { readonly arn: string }): null {
  useCertificate(arn, FOLLOW_MS);
  return null;
}
