import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { parts } from '../../../texts/en/parts.ts';
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
      <FormField label={texts.group} errorText={groups.error?.message}>
        <Select
          options={(groups.data ?? [])
            .filter(({ GroupName }) => !known.has(GroupName))
            .map(({ GroupName: value = '' }) => ({ value }))}
          selectedOption={group === '' ? null : { value: group }}
          onChange={({ detail }) => setGroup(detail.selectedOption.value ?? '')}
          placeholder={texts.choose}
          filteringType="auto"
          filteringAriaLabel={texts.group}
          virtualScroll
          expandToViewport
          statusType={groups.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
          empty={texts.none}
        />
      </FormField>
    </Dialog>
  );
}
