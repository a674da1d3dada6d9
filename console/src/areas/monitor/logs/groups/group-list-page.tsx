import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../../page/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { groupPath, insightsPath, liveTailPath } from '../addresses.ts';
import { type LogGroup, useLogGroups } from '../use-log-groups.ts';
import { CreateGroup } from './create-group.tsx';
import { DeleteGroup } from './delete-group.tsx';
import { EditRetention } from './edit-retention.tsx';

const texts = logs.groups;

/** All log groups of the region. */
export default function GroupListPage(): JSX.Element {
  const href = useHref();
  const groups = useLogGroups();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = groups.data?.find(({ logGroupName }) => logGroupName === selectedName);
  const open = (path: (group: string) => string) => (selected ? { href: href(path(selectedName)) } : {});
  const close = (): void => setDialog('');
  const create = (
    <Button variant="primary" onClick={() => setDialog('create')}>
      {texts.create.button}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={groups}
        columns={columns(href)}
        id={({ logGroupName = '' }) => logGroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setSelected(group?.logGroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => groups.refetch()} />
            <ButtonDropdown
              disabled={!selected}
              items={[
                { id: 'retention', text: texts.editRetention.button },
                { id: 'delete', text: texts.delete.button },
              ]}
              onItemClick={({ detail }) => setDialog(detail.id)}
            >
              {texts.actions}
            </ButtonDropdown>
            <Button disabled={!selected} {...open(liveTailPath)}>
              {logs.tail.title}
            </Button>
            <Button disabled={!selected} {...open(insightsPath)}>
              {logs.insights.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateGroup onClose={close} />}
      {dialog === 'retention' && selected && <EditRetention group={selected} onClose={close} />}
      {dialog === 'delete' && selected && <DeleteGroup name={selectedName} onClose={close} />}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<LogGroup>[] {
  return [
    {
      id: 'name',
      header: texts.columns.name,
      value: ({ logGroupName }) => logGroupName,
      cell: ({ logGroupName = '' }) => <Link href={href(groupPath(logGroupName))}>{logGroupName}</Link>,
      isRowHeader: true,
      minWidth: 260,
    },
    {
      id: 'retention',
      header: texts.columns.retention,
      value: ({ retentionInDays }) => retentionInDays ?? Number.MAX_SAFE_INTEGER,
      cell: ({ retentionInDays }) => texts.retention(retentionInDays),
    },
    {
      id: 'size',
      header: texts.columns.size,
      value: ({ storedBytes }) => storedBytes,
      cell: ({ storedBytes = 0 }) => logs.size(storedBytes),
    },
    {
      id: 'created',
      header: texts.columns.created,
      value: ({ creationTime }) => creationTime,
      cell: ({ creationTime }) => <Time date={creationTime === undefined ? undefined : new Date(creationTime)} />,
      minWidth: 180,
    },
  ];
}
