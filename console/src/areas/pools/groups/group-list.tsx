import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { DeleteGroup } from './delete-group.tsx';
import { GROUP_COLUMNS } from './group-columns.tsx';
import { GroupForm } from './group-form.tsx';
import { Members } from './members.tsx';
import { useGroups } from './use-groups.ts';

const texts = pools.groups;

/** The groups of a pool; of the one that is chosen, its members. */
export function GroupList({ poolId }: { readonly poolId: string }): JSX.Element {
  const groups = useGroups(poolId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [chosen, setChosen] = useQueryParam('selected');
  const selected = groups.data?.find(({ GroupName }) => GroupName === chosen);
  const close = (): void => setDialog('');
  return (
    <SpaceBetween size="l">
      <PagedTable
        title={texts.title}
        query={groups}
        columns={GROUP_COLUMNS}
        id={({ GroupName = '' }) => GroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setChosen(group?.GroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('delete-group')}>
              {texts.delete.button}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('edit-group')}>
              {texts.edit}
            </Button>
            <Button onClick={() => setDialog('create-group')}>{texts.create}</Button>
          </SpaceBetween>
        }
      />
      {selected && <Members key={chosen} poolId={poolId} group={chosen} />}
      {dialog === 'create-group' && <GroupForm poolId={poolId} onClose={close} />}
      {dialog === 'edit-group' && selected && <GroupForm poolId={poolId} saved={selected} onClose={close} />}
      {dialog === 'delete-group' && selected && (
        <DeleteGroup poolId={poolId} name={selected.GroupName ?? ''} onClose={close} />
      )}
    </SpaceBetween>
  );
}
