import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
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
  const [name, setName] = useState(saved?.GroupName ?? '');
  const [description, setDescription] = useState(saved?.Description ?? '');
  const [precedence, setPrecedence] = useState(String(saved?.Precedence ?? ''));
  const [role, setRole] = useState(saved?.RoleArn ?? '');
  const create = useAction('cognito-idp', 'createGroup');
  const update = useAction('cognito-idp', 'updateGroup');
  const action = saved ? update : create;
  const notify = useNotify();
  const group = {
    UserPoolId: poolId,
    GroupName: name,
    // What is emptied is told, what never was there is not.
    ...((description || saved?.Description) && { Description: description }),
    ...(precedence && { Precedence: Number(precedence) }),
    ...((role || saved?.RoleArn) && { RoleArn: role }),
  };
  return (
    <Dialog
      title={saved ? texts.editTitle(name) : texts.create}
      action={saved ? texts.edit : texts.create}
      isReady={name.trim() !== ''}
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
      {!saved && <TextField label={texts.name} value={name} onChange={setName} autoFocus />}
      <TextField label={texts.description} value={description} onChange={setDescription} />
      <TextField
        label={texts.precedence}
        description={texts.precedenceHint}
        type="number"
        inputMode="numeric"
        value={precedence}
        onChange={setPrecedence}
      />
      <TextField label={texts.role} description={texts.roleHint} value={role} onChange={setRole} />
    </Dialog>
  );
}
