import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { GROUP_COLUMNS } from '../groups/group-columns.tsx';
import { useGroupsOf } from '../groups/use-groups.ts';
import { AddToGroup } from './add-to-group.tsx';

interface Props {
  readonly poolId: string;
  readonly username: string;
}

const texts = pools.users.groups;

/** The groups that a user is in. */
export function UserGroups({ poolId, username }: Props): JSX.Element {
  const groups = useGroupsOf(poolId, username);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [chosen, setChosen] = useQueryParam('selected');
  const selected = groups.data?.find(({ GroupName }) => GroupName === chosen);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={groups}
        columns={GROUP_COLUMNS}
        id={({ GroupName = '' }) => GroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setChosen(group?.GroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('leave-group')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add-to-group')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {dialog === 'add-to-group' && (
        <AddToGroup poolId={poolId} username={username} joined={groups.data ?? []} onClose={close} />
      )}
      {dialog === 'leave-group' && selected && (
        <LeaveGroup poolId={poolId} username={username} group={chosen} onClose={close} />
      )}
    </>
  );
}

function LeaveGroup({ poolId, username, group, onClose }: Props & { group: string; onClose(): void }): JSX.Element {
  const leave = useAction('cognito-idp', 'adminRemoveUserFromGroup');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.removeTitle(group)}
      action={texts.remove}
      isRunning={leave.isRunning}
      error={leave.error}
      onDismiss={onClose}
      onSubmit={() =>
        leave.run({ UserPoolId: poolId, Username: username, GroupName: group }, () => {
          notify({ type: 'success', content: texts.removed(group) });
          onClose();
        })
      }
    >
      <Box>{texts.removeText}</Box>
    </Dialog>
  );
}
