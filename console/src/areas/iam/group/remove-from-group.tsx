import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { iam } from '../../../texts/en/iam.ts';

const texts = iam.groups.removeUser;

interface Props {
  readonly userName: string;
  readonly groupName: string;
  onClose(): void;
}

/** Takes a user out of a group. */
export function RemoveFromGroup({ userName, groupName, onClose }: Props): JSX.Element {
  const remove = useAction('iam', 'removeUserFromGroup');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.title(userName, groupName)}
      action={texts.action}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onSubmit={() =>
        remove.run({ UserName: userName, GroupName: groupName }, () => {
          notify({ type: 'success', content: texts.done(userName, groupName) });
          onClose();
        })
      }
    >
      {texts.text}
    </Dialog>
  );
}
