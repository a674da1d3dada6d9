import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={{ ...texts, consequence: Status === 'Active' ? texts.active : texts.inactive }}
      name={AccessKeyId}
      action={remove}
      input={{ UserName: userName, AccessKeyId }}
      onClose={onClose}
    />
  );
}
