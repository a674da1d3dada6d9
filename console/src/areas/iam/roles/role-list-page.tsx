import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { roles as texts } from '../../../texts/en/roles.ts';
import { rolePath } from '../addresses.ts';
import { EntityListPage } from '../entity/entity-list-page.tsx';
import { DeleteRole } from '../role/delete-role.tsx';
import { trustedBy } from './trusted-by.ts';
import { type ListedRole, useRoles } from './use-roles.ts';

/** All roles of the account. */
export default function RoleListPage(): JSX.Element {
  const href = useHref();
  return (
    <EntityListPage
      texts={texts}
      query={useRoles()}
      columns={columns(href)}
      id={({ RoleName = '' }) => RoleName}
      create={
        <Button variant="primary" href={href('/iam/roles/create')}>
          {texts.create.title}
        </Button>
      }
      deletion={(roleName, onClose) => <DeleteRole roleName={roleName} onClose={onClose} />}
    />
  );
}

function columns(href: (path: string) => string): readonly Column<ListedRole>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ RoleName }) => RoleName,
      cell: ({ RoleName = '' }) => <Link href={href(rolePath(RoleName))}>{RoleName}</Link>,
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: 'trusted',
      header: headers.trusted,
      value: ({ AssumeRolePolicyDocument }) => trustedBy(AssumeRolePolicyDocument).join(', '),
      minWidth: 240,
    },
    {
      id: 'description',
      header: texts.description,
      value: ({ Description }) => Description,
      minWidth: 160,
      isMinor: true,
    },
    {
      id: 'created',
      header: iam.created,
      value: ({ CreateDate }) => CreateDate?.getTime(),
      cell: ({ CreateDate }) => <Time date={CreateDate} />,
      minWidth: 180,
    },
  ];
}
