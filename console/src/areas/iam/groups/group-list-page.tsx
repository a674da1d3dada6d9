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
import { groupPath, trailOf } from '../addresses.ts';
import { DeleteGroup } from '../group/delete-group.tsx';
import { CreateGroup } from './create-group.tsx';
import { type Group, useGroups } from './use-groups.ts';

const texts = iam.groups;

/** All user groups of the account. */
export default function GroupListPage(): JSX.Element {
  const href = useHref();
  const groups = useGroups();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = groups.data?.find(({ GroupName }) => GroupName === selectedName);
  const close = (): void => setDialog('');
  const create = (
    <Button variant="primary" onClick={() => setDialog('create')}>
      {texts.create.title}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.hint}
        query={groups}
        columns={columns(href)}
        id={({ GroupName = '' }) => GroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setSelected(group?.GroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => groups.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateGroup onClose={close} />}
      {dialog === 'delete' && selected && <DeleteGroup groupName={selectedName} onClose={close} />}
    </Page>
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
