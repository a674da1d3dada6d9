import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { pools as texts } from '../../../texts/en/pools.ts';
import { LIST_TRAIL } from '../trail.ts';
import { DeletePool } from './delete-pool.tsx';
import { type ListedPool, poolPath, usePools } from './use-pools.ts';

/** All user pools of the region. */
export default function PoolListPage(): JSX.Element {
  const href = useHref();
  const pools = usePools();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = pools.data?.find(({ id }) => id === selectedId);
  return (
    <Page title={texts.title} trail={LIST_TRAIL} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={pools}
        columns={columns(href)}
        id={({ id }) => id}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={href('/user-pools/create')}>{texts.form.create}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([pool]) => setSelected(pool?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => pools.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <Button variant="primary" href={href('/user-pools/create')}>
              {texts.form.create}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && (
        <DeletePool poolId={selected.id} name={selected.name} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<ListedPool>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link href={href(poolPath(id))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'id', header: headers.id, value: ({ id }) => id, cell: ({ id }) => <CopyText text={id} />, minWidth: 200 },
    {
      id: 'created',
      header: headers.created,
      value: ({ created }) => created?.getTime(),
      cell: ({ created }) => <Time date={created} />,
      minWidth: 180,
    },
    {
      id: 'modified',
      header: headers.modified,
      value: ({ modified }) => modified?.getTime(),
      cell: ({ modified }) => <Time date={modified} />,
      minWidth: 180,
      isMinor: true,
    },
  ];
}
