import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { PickField } from '../../../parts/pick-field.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { type Group, useGroups } from '../groups/use-groups.ts';

interface Props {
  readonly poolId: string;
  readonly username: string;
  /** The groups that the user is in already. */
  readonly joined: readonly Group[];
  onClose(): void;
}

const texts = pools.users.groups;

export function AddToGroup({ poolId, username, joined, onClose }: Props): JSX.Element {
  const groups = useGroups(poolId);
  const join = useAction('cognito-idp', 'adminAddUserToGroup');
  const notify = useNotify();
  const [group, setGroup] = useState('');
  const known = new Set(joined.map(({ GroupName }) => GroupName));
  return (
    <Dialog
      title={texts.addTitle(username)}
      action={texts.add}
      isReady={group !== ''}
      isRunning={join.isRunning}
      error={join.error}
      onDismiss={onClose}
      onSubmit={() =>
        join.run({ UserPoolId: poolId, Username: username, GroupName: group }, () => {
          notify({ type: 'success', content: texts.added(group) });
          onClose();
        })
      }
    >
      <PickField
        label={texts.group}
        placeholder={texts.choose}
        empty={texts.none}
        query={groups}
        options={(groups.data ?? [])
          .filter(({ GroupName }) => !known.has(GroupName))
          .map(({ GroupName: value = '' }) => ({ value }))}
        selected={group}
        onSelect={setGroup}
      />
    </Dialog>
  );
}
