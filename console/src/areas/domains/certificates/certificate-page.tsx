import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useHref, useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { certificates as texts } from '../../../texts/en/certificates.ts';
import { CertificateDetails } from './certificate-details.tsx';
import { CertificatePem } from './certificate-pem.tsx';
import { DeleteCertificate } from './delete-certificate.tsx';
import { TRAIL } from './trail.ts';
import { useCertificate, useCertificateArn } from './use-certificates.ts';
import { UsedBy } from './used-by.tsx';
import { Validation } from './validation.tsx';

/** One certificate. */
export default function CertificatePage(): JSX.Element {
  const { certificateId } = usePageParams('certificateId');
  const arn = useCertificateArn(certificateId);
  const href = useHref();
  const navigate = useNavigate();
  const certificate = useCertificate(arn);
  const [dialog, setDialog] = useQueryParam('dialog');
  const { DomainName = certificateId, InUseBy = [], Type } = certificate.data ?? {};
  const isUsed = InUseBy.length > 0;
  return (
    <Page
      title={DomainName}
      trail={TRAIL}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {Type === 'IMPORTED' && (
            <Button href={href(`/certificates/import?id=${certificateId}`)}>{texts.details.reimport}</Button>
          )}
          <Button
            disabled={!certificate.data || isUsed}
            {...(isUsed && { disabledReason: texts.delete.inUse })}
            onClick={() => setDialog('delete')}
          >
            {texts.delete.button}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={certificate}>
        {(found) => (
          <SpaceBetween size="l">
            <CertificateDetails certificate={found} />
            {found.Type !== 'IMPORTED' && <Validation certificate={found} />}
            <UsedBy certificate={found} />
            {found.Serial !== undefined && <CertificatePem arn={arn} />}
            <ResourceTags service="acm" arn={arn} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && certificate.data && (
        <DeleteCertificate
          certificate={certificate.data}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/certificates', { replace: true })}
        />
      )}
    </Page>
  );
}
