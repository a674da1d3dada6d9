import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { trailOf, userPath } from '../addresses.ts';
import { DeleteUser } from '../user/delete-user.tsx';
import { type User, useUsers } from './use-users.ts';

const texts = iam.users;

/** All users of the account. */
export default function UserListPage(): JSX.Element {
  const href = useHref();
  const users = useUsers();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = users.data?.find(({ UserName }) => UserName === selectedName);
  const create = (
    <Button variant="primary" href={href('/iam/users/create')}>
      {texts.create.title}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.hint}
        query={users}
        columns={columns(href)}
        id={({ UserName = '' }) => UserName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([user]) => setSelected(user?.UserName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => users.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && <DeleteUser userName={selectedName} onClose={() => setDialog('')} />}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<User>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ UserName }) => UserName,
      cell: ({ UserName = '' }) => <Link href={href(userPath(UserName))}>{UserName}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'path', header: headers.path, value: ({ Path }) => Path },
    {
      id: 'signed-in',
      header: headers.signedIn,
      value: ({ PasswordLastUsed }) => PasswordLastUsed?.getTime() ?? 0,
      cell: ({ PasswordLastUsed }) => <Time date={PasswordLastUsed} />,
      minWidth: 180,
    },
    {
      id: 'created',
      header: headers.created,
      value: ({ CreateDate }) => CreateDate?.getTime(),
      cell: ({ CreateDate }) => <Time date={CreateDate} />,
      minWidth: 180,
    },
  ];
}
