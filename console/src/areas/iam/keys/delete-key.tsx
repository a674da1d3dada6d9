import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { iam } from '../../../texts/en/iam.ts';
import type { AccessKey } from './use-access-keys.ts';

const texts = iam.keys.delete;

interface Props {
  readonly userName: string;
  readonly accessKey: AccessKey;
  onClose(): void;
}

/** Deletes an access key for good. */
export function DeleteKey({ userName, accessKey, onClose }: Props): JSX.Element {
  const { AccessKeyId = '', Status } = accessKey;
  const remove = useAction('iam', 'deleteAccessKey');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={AccessKeyId}
      consequence={Status === 'Active' ? texts.active : texts.inactive}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ UserName: userName, AccessKeyId }, () => {
          notify({ type: 'success', content: texts.done(AccessKeyId) });
          onClose();
        })
      }
    />
  );
}
