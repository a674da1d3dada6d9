import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { groupPath } from '../addresses.ts';
import { EntityListPage } from '../entity/entity-list-page.tsx';
import { DeleteGroup } from '../group/delete-group.tsx';
import { CreateGroup } from './create-group.tsx';
import { type Group, useGroups } from './use-groups.ts';

const texts = iam.groups;

/** All user groups of the account. */
export default function GroupListPage(): JSX.Element {
  const href = useHref();
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <EntityListPage
      texts={texts}
      query={useGroups()}
      columns={columns(href)}
      id={({ GroupName = '' }) => GroupName}
      create={
        <Button variant="primary" onClick={() => setDialog('create')}>
          {texts.create.title}
        </Button>
      }
      deletion={(groupName, onClose) => <DeleteGroup groupName={groupName} onClose={onClose} />}
    >
      {dialog === 'create' && <CreateGroup onClose={() => setDialog('')} />}
    </EntityListPage>
  );
}

function columns(href: (path: string) => string): readonly Column<Group>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ GroupName }) => GroupName,
      cell: ({ GroupName = '' }) => <Link href={href(groupPath(GroupName))}>{GroupName}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'path', header: headers.path, value: ({ Path }) => Path },
    {
      id: 'created',
      header: headers.created,
      value: ({ CreateDate }) => CreateDate?.getTime(),
      cell: ({ CreateDate }) => <Time date={CreateDate} />,
      minWidth: 180,
    },
  ];
}
