import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { domains as texts } from '../../../texts/en/domains.ts';
import { domainPath } from '../domain-path.ts';
import { TRAIL } from '../trail.ts';
import { domainColumns } from './columns.tsx';
import { DeleteDomain } from './delete-domain.tsx';
import { type DomainName, useDomainNames } from './use-domain-names.ts';

/** All custom domain names of the region. */
export default function DomainListPage(): JSX.Element {
  const href = useHref();
  const domains = useDomainNames();
  const [selected, setSelected] = useState<DomainName>();
  const [dialog, setDialog] = useQueryParam('dialog');
  const create = (
    <Button variant="primary" href={href('/domain-names/create')}>
      {texts.create.button}
    </Button>
  );
  return (
    <Page title={texts.title} trail={TRAIL} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={domains}
        columns={domainColumns(href)}
        id={domainPath}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([domain]) => setSelected(domain)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => domains.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && (
        <DeleteDomain domain={selected} onClose={() => setDialog('')} onDeleted={() => setSelected(undefined)} />
      )}
    </Page>
  );
}
