import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { vpcLinks as texts } from '../../../texts/en/vpc-links.ts';
import { TRAIL } from '../trail.ts';
import { CreateVpcLink } from './create-vpc-link.tsx';
import { DeleteVpcLink } from './delete-vpc-link.tsx';
import { useVpcLinks, type VpcLink } from './use-vpc-links.ts';
import { VpcLinkStatus } from './vpc-link-status.tsx';

/** All VPC links of the region. */
export default function VpcLinkListPage(): JSX.Element {
  const href = useHref();
  const links = useVpcLinks();
  const [selected, setSelected] = useState<VpcLink>();
  const [dialog, setDialog] = useQueryParam('dialog');
  const create = (
    <Button variant="primary" onClick={() => setDialog('create')}>
      {texts.create.button}
    </Button>
  );
  return (
    <Page title={texts.title} trail={TRAIL} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={links}
        columns={columns(href)}
        id={({ id = '' }) => id}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([link]) => setSelected(link)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => links.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateVpcLink onClose={() => setDialog('')} />}
      {dialog === 'delete' && selected && (
        <DeleteVpcLink vpcLink={selected} onClose={() => setDialog('')} onDeleted={() => setSelected(undefined)} />
      )}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<VpcLink>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ id = '', name = id }) => <Link href={href(`/vpc-links/${id}`)}>{name}</Link>,
      isRowHeader: true,
      minWidth: 140,
    },
    {
      id: 'id',
      header: headers.id,
      value: ({ id }) => id,
      cell: ({ id = '' }) => <CopyText text={id} />,
      minWidth: 130,
    },
    {
      id: 'status',
      header: headers.status,
      value: ({ status = '' }) => texts.statuses[status],
      cell: (vpcLink) => <VpcLinkStatus vpcLink={vpcLink} />,
      minWidth: 120,
    },
    { id: 'target', header: headers.target, value: ({ targetArns }) => targetArns?.join(', '), minWidth: 260 },
    { id: 'description', header: headers.description, value: ({ description }) => description, isMinor: true },
  ];
}
