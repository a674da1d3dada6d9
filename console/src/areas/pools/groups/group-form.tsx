import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { pools } from '../../../texts/en/pools.ts';
import type { Group } from './use-groups.ts';

interface Props {
  readonly poolId: string;
  /** Absent for one that is new. */
  readonly saved?: Group;
  onClose(): void;
}

const texts = pools.groups;

/** Makes a group, or changes one. */
export function GroupForm({ poolId, saved, onClose }: Props): JSX.Element {
  const before = draftOf(saved ?? {});
  const { value: draft, isChanged, set } = useDraft(before);
  const { name, description, precedence, role } = draft;
  // `UpdateGroup` sets a precedence and takes none away.
  const isTaken = precedence === '' && before.precedence !== '';
  const create = useAction('cognito-idp', 'createGroup');
  const update = useAction('cognito-idp', 'updateGroup');
  const action = saved ? update : create;
  const notify = useNotify();
  const group = {
    UserPoolId: poolId,
    GroupName: name,
    ...(description !== before.description && { Description: description }),
    ...(precedence !== before.precedence && { Precedence: Number(precedence) }),
    ...(role !== before.role && { RoleArn: role }),
  };
  return (
    <Dialog
      title={saved ? texts.editTitle(name) : texts.create}
      action={saved ? texts.edit : texts.create}
      isReady={name.trim() !== '' && isChanged && !isTaken}
      isRunning={action.isRunning}
      error={action.error}
      onDismiss={onClose}
      onSubmit={() =>
        action.run(group, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    >
      {!saved && <TextField label={texts.name} value={name} onChange={(value) => set({ name: value })} autoFocus />}
      <TextField label={texts.description} value={description} onChange={(value) => set({ description: value })} />
      <TextField
        label={texts.precedence}
        description={texts.precedenceHint}
        type="number"
        inputMode="numeric"
        value={precedence}
        error={isTaken ? texts.precedenceStays : undefined}
        onChange={(value) => set({ precedence: value })}
      />
      <TextField
        label={texts.role}
        description={texts.roleHint}
        value={role}
        onChange={(value) => set({ role: value })}
      />
    </Dialog>
  );
}

function draftOf({ GroupName: name = '', Description: description = '', Precedence, RoleArn: role = '' }: Group) {
  return { name, description, precedence: Precedence === undefined ? '' : String(Precedence), role };
}
