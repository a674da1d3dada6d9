import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { iam } from '../../../texts/en/iam.ts';
import type { AccessKey } from './use-access-keys.ts';

interface Props {
  readonly userName: string;
  readonly accessKey: AccessKey;
  onClose(): void;
}

/** Turns an access key off, which can be taken back; or on again. */
export function ChangeKeyStatus({ userName, accessKey, onClose }: Props): JSX.Element {
  // Looked at once: what was asked must not turn round while the list is read again.
  const [{ AccessKeyId = '', Status }] = useState(accessKey);
  const update = useAction('iam', 'updateAccessKey');
  const notify = useNotify();
  const texts = Status === 'Inactive' ? iam.keys.activate : iam.keys.deactivate;
  const next = Status === 'Inactive' ? 'Active' : 'Inactive';
  return (
    <Dialog
      title={texts.title(AccessKeyId)}
      action={texts.action}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() =>
        update.run({ UserName: userName, AccessKeyId, Status: next }, () => {
          notify({ type: 'success', content: texts.done(AccessKeyId) });
          onClose();
        })
      }
    >
      {texts.text}
    </Dialog>
  );
}
