import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { certificates as texts } from '../../../texts/en/certificates.ts';
import { certificateColumns } from './columns.tsx';
import { DeleteCertificate } from './delete-certificate.tsx';
import { idOfArn, useCertificates } from './use-certificates.ts';

/** All certificates of the region. */
export default function CertificateListPage(): JSX.Element {
  const href = useHref();
  const certificates = useCertificates();
  const [arn, setArn] = useState<string>();
  // By its ARN, so that it is known to be in use once it is.
  const selected = certificates.data?.find(({ CertificateArn }) => CertificateArn === arn);
  const [dialog, setDialog] = useQueryParam('dialog');
  const ways = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button href={href('/certificates/import')}>{texts.import.button}</Button>
      <Button variant="primary" href={href('/certificates/request')}>
        {texts.request.button}
      </Button>
    </SpaceBetween>
  );
  return (
    <Page title={texts.title} trail={[{ text: texts.service, path: '/certificates' }]} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={certificates}
        columns={certificateColumns(href)}
        id={({ CertificateArn }) => idOfArn(CertificateArn)}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={ways} />}
        selected={selected ? [selected] : []}
        onSelect={([certificate]) => setArn(certificate?.CertificateArn)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => certificates.refetch()} />
            <Button
              disabled={!selected || selected.InUse === true}
              {...(selected?.InUse && { disabledReason: texts.delete.inUse })}
              onClick={() => setDialog('delete')}
            >
              {texts.delete.button}
            </Button>
            {ways}
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && (
        <DeleteCertificate certificate={selected} onClose={() => setDialog('')} onDeleted={() => setArn(undefined)} />
      )}
    </Page>
  );
}
