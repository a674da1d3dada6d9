import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { userPath } from '../addresses.ts';
import { EntityListPage } from '../entity/entity-list-page.tsx';
import { DeleteUser } from '../user/delete-user.tsx';
import { type User, useUsers } from './use-users.ts';

const texts = iam.users;

/** All users of the account. */
export default function UserListPage(): JSX.Element {
  const href = useHref();
  return (
    <EntityListPage
      texts={texts}
      query={useUsers()}
      columns={columns(href)}
      id={({ UserName = '' }) => UserName}
      create={
        <Button variant="primary" href={href('/iam/users/create')}>
          {texts.create.title}
        </Button>
      }
      deletion={(userName, onClose) => <DeleteUser userName={userName} onClose={onClose} />}
    />
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
