import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { mapped } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { userPath } from '../addresses.ts';
import { AddUsers } from './add-users.tsx';
import { RemoveFromGroup } from './remove-from-group.tsx';
import { useGroup } from './use-group.ts';

const texts = iam.groups.users;

/** Who is in a group. */
export function GroupUsers({ groupName }: { readonly groupName: string }): JSX.Element {
  const href = useHref();
  const members = mapped(useGroup(groupName), (group) => group.members);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = members.data?.find(({ UserName }) => UserName === selectedName);
  const add = <Button onClick={() => setDialog('add-users')}>{texts.add}</Button>;
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        query={members}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: ({ UserName }) => UserName,
            cell: ({ UserName = '' }) => <Link href={href(userPath(UserName))}>{UserName}</Link>,
            isRowHeader: true,
          },
          {
            id: 'created',
            header: texts.created,
            value: ({ CreateDate }) => CreateDate?.getTime(),
            cell: ({ CreateDate }) => <Time date={CreateDate} />,
          },
        ]}
        id={({ UserName = '' }) => UserName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={add} />}
        selected={selected ? [selected] : []}
        onSelect={([user]) => setSelected(user?.UserName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove-from-group')}>
              {texts.remove}
            </Button>
            {add}
          </SpaceBetween>
        }
      />
      {dialog === 'add-users' && members.data && (
        <AddUsers groupName={groupName} members={members.data.map(({ UserName = '' }) => UserName)} onClose={close} />
      )}
      {dialog === 'remove-from-group' && selected && (
        <RemoveFromGroup userName={selectedName} groupName={groupName} onClose={close} />
      )}
    </>
  );
}
