import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { groupPath } from '../addresses.ts';
import { RemoveFromGroup } from '../group/remove-from-group.tsx';
import { AddToGroups } from './add-to-groups.tsx';
import { useUserGroups } from './use-user.ts';

const texts = iam.users.groups;

/** The groups whose permissions a user has. */
export function UserGroups({ userName }: { readonly userName: string }): JSX.Element {
  const href = useHref();
  const groups = useUserGroups(userName);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = groups.data?.find(({ GroupName }) => GroupName === selectedName);
  const add = <Button onClick={() => setDialog('add-to-groups')}>{texts.add}</Button>;
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={groups}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: ({ GroupName }) => GroupName,
            cell: ({ GroupName = '' }) => <Link href={href(groupPath(GroupName))}>{GroupName}</Link>,
            isRowHeader: true,
          },
          { id: 'path', header: iam.path, value: ({ Path }) => Path },
        ]}
        id={({ GroupName = '' }) => GroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={add} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setSelected(group?.GroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove-from-group')}>
              {texts.remove}
            </Button>
            {add}
          </SpaceBetween>
        }
      />
      {dialog === 'add-to-groups' && <AddToGroups userName={userName} onClose={close} />}
      {dialog === 'remove-from-group' && selected && (
        <RemoveFromGroup userName={userName} groupName={selectedName} onClose={close} />
      )}
    </>
  );
}
