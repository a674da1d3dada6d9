import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { NO_PASSWORD, PasswordFields } from './password-fields.tsx';

interface Props {
  readonly poolId: string;
  readonly username: string;
  onClose(): void;
}

const texts = pools.users.password;

export function SetPassword({ poolId, username, onClose }: Props): JSX.Element {
  const [draft, setDraft] = useState(NO_PASSWORD);
  const set = useAction('cognito-idp', 'adminSetUserPassword');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.title(username)}
      action={texts.button}
      isReady={draft.password !== ''}
      isRunning={set.isRunning}
      error={set.error}
      onDismiss={onClose}
      onSubmit={() =>
        set.run(
          { UserPoolId: poolId, Username: username, Password: draft.password, Permanent: draft.isPermanent },
          () => {
            notify({ type: 'success', content: texts.done });
            onClose();
          },
        )
      }
    >
      <PasswordFields draft={draft} onChange={setDraft} />
    </Dialog>
  );
}
