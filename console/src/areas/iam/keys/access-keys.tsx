import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { ChangeKeyStatus } from './change-key-status.tsx';
import { keyColumns } from './columns.tsx';
import { CreateKey } from './create-key.tsx';
import { DeleteKey } from './delete-key.tsx';
import { useAccessKeys } from './use-access-keys.ts';

const texts = iam.keys;
/** IAM user guide, "IAM and AWS STS quotas". */
const KEYS_PER_USER = 2;

/** A user's access keys: to make, turn off, replace and delete. */
export function AccessKeys({ userName }: { readonly userName: string }): JSX.Element {
  const keys = useAccessKeys(userName);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useState('');
  const selected = keys.data?.find(({ AccessKeyId }) => AccessKeyId === selectedId);
  const isFull = (keys.data?.length ?? 0) >= KEYS_PER_USER;
  const close = (): void => setDialog('');
  const create = (
    <Button
      disabled={isFull}
      {...(isFull && { disabledReason: texts.full(KEYS_PER_USER) })}
      onClick={() => setDialog('create-key')}
    >
      {texts.create.title}
    </Button>
  );
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={keys}
        columns={keyColumns()}
        id={({ AccessKeyId = '' }) => AccessKeyId}
        searchParameter="keys"
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([key]) => setSelected(key?.AccessKeyId ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected || isFull} onClick={() => setDialog('rotate-key')}>
              {texts.rotate.action}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('key-status')}>
              {selected?.Status === 'Inactive' ? texts.activate.action : texts.deactivate.action}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('delete-key')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'create-key' && <CreateKey userName={userName} onClose={close} onCreated={close} />}
      {dialog === 'rotate-key' && selected && (
        <CreateKey
          userName={userName}
          replaced={selectedId}
          onClose={close}
          // The old one's turn comes next: at once, or later from the list.
          onCreated={() => setDialog(selected.Status === 'Active' ? 'key-status' : '')}
        />
      )}
      {dialog === 'key-status' && selected && (
        <ChangeKeyStatus userName={userName} accessKey={selected} onClose={close} />
      )}
      {dialog === 'delete-key' && selected && <DeleteKey userName={userName} accessKey={selected} onClose={close} />}
    </>
  );
}
