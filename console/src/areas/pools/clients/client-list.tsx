import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { poolPath } from '../pools/use-pools.ts';
import { clientPath, useClients } from './use-clients.ts';

const texts = pools.clients;

/** The applications through which users of a pool sign in. */
export function ClientList({ poolId }: { readonly poolId: string }): JSX.Element {
  const href = useHref();
  const clients = useClients(poolId);
  return (
    <PagedTable
      title={texts.title}
      query={clients}
      columns={[
        {
          id: 'name',
          header: texts.columns.name,
          value: ({ name }) => name,
          cell: ({ id, name }) => <Link href={href(clientPath(poolId, id))}>{name}</Link>,
          isRowHeader: true,
          minWidth: 160,
        },
        {
          id: 'id',
          header: texts.columns.id,
          value: ({ id }) => id,
          cell: ({ id }) => <CopyText text={id} />,
          minWidth: 260,
        },
      ]}
      id={({ id }) => id}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      actions={<Button href={href(`${poolPath(poolId)}/clients/create`)}>{texts.create}</Button>}
    />
  );
}
