import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { NewCredentials } from './new-credentials.tsx';
import { newPassword, type PasswordDraft, PasswordFields, passwordOf } from './password-fields.tsx';

const texts = iam.password;

interface Props {
  readonly userName: string;
  /** Whether he has none yet. */
  readonly isNew: boolean;
  onClose(): void;
}

/** Gives a user a password for the console, and shows it once. */
export function SetPassword({ userName, isNew, onClose }: Props): JSX.Element {
  const aws = useAws();
  const [draft, setDraft] = useState<PasswordDraft>(newPassword);
  const [isSet, setSet] = useState(false);
  // Looked at once: the first password makes a new one not new.
  const [operation] = useState(isNew ? ('createLoginProfile' as const) : ('updateLoginProfile' as const));
  const save = useSteps('iam', () =>
    aws.call('iam', operation, {
      UserName: userName,
      Password: passwordOf(draft),
      PasswordResetRequired: draft.mustChange,
    }),
  );
  if (isSet) return <NewCredentials userName={userName} password={passwordOf(draft)} onClose={onClose} />;
  return (
    <Dialog
      title={texts.setTitle(userName)}
      action={texts.set}
      isReady={passwordOf(draft) !== ''}
      isRunning={save.isRunning}
      error={save.error}
      onDismiss={onClose}
      onSubmit={() => save.run(undefined, () => setSet(true))}
    >
      <PasswordFields draft={draft} onChange={setDraft} />
    </Dialog>
  );
}
