import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { GroupChoice } from './group-choice.tsx';
import { useUserGroups } from './use-user.ts';

const texts = iam.users.addToGroups;

/** Puts a user into groups. */
export function AddToGroups({ userName, onClose }: { readonly userName: string; onClose(): void }): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const groups = useUserGroups(userName);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useSteps('iam', async (names: readonly string[]) => {
    for (const GroupName of names) await aws.call('iam', 'addUserToGroup', { UserName: userName, GroupName });
  });
  return (
    <Dialog
      title={texts.title(userName)}
      action={texts.action}
      isReady={chosen.length > 0}
      isRunning={add.isRunning}
      error={add.error}
      onDismiss={onClose}
      onSubmit={() =>
        add.run(chosen, () => {
          notify({ type: 'success', content: texts.done(userName, chosen.length) });
          onClose();
        })
      }
    >
      <GroupChoice
        chosen={chosen}
        without={groups.data?.map(({ GroupName = '' }) => GroupName) ?? []}
        onChange={setChosen}
      />
    </Dialog>
  );
}
