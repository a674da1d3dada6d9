import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { clientCertificates as texts } from '../../../texts/en/client-certificates.ts';
import { DeleteCertificate } from './delete-certificate.tsx';
import { Expiry } from './expiry.tsx';
import { GenerateCertificate } from './generate-certificate.tsx';
import { type ClientCertificate, useClientCertificates } from './use-client-certificates.ts';

/** All client certificates of the region. */
export default function ClientCertificateListPage(): JSX.Element {
  const href = useHref();
  const certificates = useClientCertificates();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [deletedId, setDeleted] = useQueryParam('delete');
  const [selectedId, setSelected] = useState('');
  const find = (wanted: string) =>
    certificates.data?.find(({ clientCertificateId }) => clientCertificateId === wanted && wanted !== '');
  const selected = find(selectedId);
  const generate = (
    <Button variant="primary" onClick={() => setDialog('generate')}>
      {texts.generate.button}
    </Button>
  );
  return (
    <Page title={texts.title} trail={[{ text: texts.service, path: '/apis' }]} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={certificates}
        columns={columns(href)}
        id={({ clientCertificateId = '' }) => clientCertificateId}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={generate} />}
        selected={selected ? [selected] : []}
        onSelect={([one]) => setSelected(one?.clientCertificateId ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => certificates.refetch()} />
            <Button disabled={!selected} onClick={() => setDeleted(selectedId)}>
              {texts.delete.button}
            </Button>
            {generate}
          </SpaceBetween>
        }
      />
      {dialog === 'generate' && <GenerateCertificate onClose={() => setDialog('')} />}
      {find(deletedId) && <DeleteCertificate id={deletedId} onClose={() => setDeleted('')} />}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<ClientCertificate>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'id',
      header: headers.id,
      value: ({ clientCertificateId }) => clientCertificateId,
      cell: ({ clientCertificateId: id = '' }) => <Link href={href(`/client-certificates/${id}`)}>{id}</Link>,
      isRowHeader: true,
    },
    { id: 'description', header: headers.description, value: ({ description }) => description, minWidth: 200 },
    {
      id: 'created',
      header: headers.created,
      value: ({ createdDate }) => createdDate?.getTime(),
      cell: ({ createdDate }) => <Time date={createdDate} />,
      minWidth: 180,
    },
    {
      id: 'expires',
      header: headers.expires,
      value: ({ expirationDate }) => expirationDate?.getTime(),
      cell: ({ expirationDate }) => <Expiry date={expirationDate} />,
      minWidth: 180,
    },
  ];
}
