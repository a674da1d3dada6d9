import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { DeleteResourceServer } from './delete-resource-server.tsx';
import { RESOURCE_SERVER_COLUMNS } from './resource-server-columns.tsx';
import { ResourceServerForm } from './resource-server-form.tsx';
import { useResourceServers } from './use-resource-servers.ts';

const texts = pools.resourceServers;

/** The resource servers of a pool, with the scopes that methods may ask for. */
export function ResourceServerList({ poolId }: { readonly poolId: string }): JSX.Element {
  const servers = useResourceServers(poolId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [chosen, setChosen] = useQueryParam('selected');
  const selected = servers.data?.find(({ Identifier }) => Identifier === chosen);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={servers}
        columns={RESOURCE_SERVER_COLUMNS}
        id={({ Identifier = '' }) => Identifier}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([server]) => setChosen(server?.Identifier ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('delete-server')}>
              {texts.delete.button}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('edit-server')}>
              {texts.edit}
            </Button>
            <Button onClick={() => setDialog('create-server')}>{texts.create}</Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create-server' && <ResourceServerForm poolId={poolId} onClose={close} />}
      {dialog === 'edit-server' && selected && <ResourceServerForm poolId={poolId} saved={selected} onClose={close} />}
      {dialog === 'delete-server' && selected && (
        <DeleteResourceServer poolId={poolId} server={selected} onClose={close} />
      )}
    </>
  );
}
