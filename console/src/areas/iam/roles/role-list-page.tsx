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
import { roles as texts } from '../../../texts/en/roles.ts';
import { rolePath, trailOf } from '../addresses.ts';
import { DeleteRole } from '../role/delete-role.tsx';
import { trustedBy } from './trusted-by.ts';
import { type ListedRole, useRoles } from './use-roles.ts';

/** All roles of the account. */
export default function RoleListPage(): JSX.Element {
  const href = useHref();
  const roles = useRoles();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = roles.data?.find(({ RoleName }) => RoleName === selectedName);
  const create = (
    <Button variant="primary" href={href('/iam/roles/create')}>
      {texts.create.title}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.hint}
        query={roles}
        columns={columns(href)}
        id={({ RoleName = '' }) => RoleName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([role]) => setSelected(role?.RoleName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => roles.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && <DeleteRole roleName={selectedName} onClose={() => setDialog('')} />}
    </Page>
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
    { id: 'description', header: texts.description, value: ({ Description }) => Description, minWidth: 160 },
    {
      id: 'created',
      header: iam.created,
      value: ({ CreateDate }) => CreateDate?.getTime(),
      cell: ({ CreateDate }) => <Time date={CreateDate} />,
      minWidth: 180,
    },
  ];
}
