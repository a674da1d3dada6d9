import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import type { UserPool } from '../pools/use-pools.ts';
import { CreateUser } from './create-user.tsx';
import { useUsers } from './use-users.ts';
import { userColumns } from './user-columns.tsx';

const texts = pools.users;

/** The users of a pool. */
export function UserList({ pool }: { readonly pool: UserPool }): JSX.Element {
  const { Id: poolId = '' } = pool;
  const href = useHref();
  const users = useUsers(poolId);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <>
      <PagedTable
        title={texts.title}
        query={users}
        columns={userColumns(poolId, href)}
        id={({ name }) => name}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        actions={<Button onClick={() => setDialog('create-user')}>{texts.create.button}</Button>}
      />
      {dialog === 'create-user' && <CreateUser pool={pool} onClose={() => setDialog('')} />}
    </>
  );
}
