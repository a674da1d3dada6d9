import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { PickManyField } from '../../../parts/pick-many-field.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { useUsers } from '../users/use-users.ts';

const texts = iam.groups.addUsers;

interface Props {
  readonly groupName: string;
  /** Names of those who are in it. */
  readonly members: readonly string[];
  onClose(): void;
}

/** Puts users into a group. */
export function AddUsers({ groupName, members, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const users = useUsers();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useSteps('iam', async (names: readonly string[]) => {
    for (const UserName of names) await aws.call('iam', 'addUserToGroup', { GroupName: groupName, UserName });
  });
  const options = (users.data ?? [])
    .map(({ UserName = '' }) => ({ value: UserName, label: UserName }))
    .filter(({ value }) => !members.includes(value));
  return (
    <Dialog
      title={texts.title(groupName)}
      action={texts.action}
      isReady={chosen.length > 0}
      isRunning={add.isRunning}
      error={add.error}
      onDismiss={onClose}
      onSubmit={() =>
        add.run(chosen, () => {
          notify({ type: 'success', content: texts.done(groupName, chosen.length) });
          onClose();
        })
      }
    >
      <PickManyField
        label={texts.users}
        placeholder={texts.choose}
        empty={texts.none}
        query={users}
        options={options}
        selected={chosen}
        onSelect={setChosen}
      />
    </Dialog>
  );
}
