import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { Page, useNotify } from '../../../../page/index.ts';
import { ConfirmDelete } from '../../../../parts/confirm-delete.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { groupPath, insightsPath, liveTailPath } from '../addresses.ts';
import { type LogGroup, useLogGroups } from '../use-log-groups.ts';

const texts = logs.groups;

/** All log groups of the region. */
export default function GroupListPage(): JSX.Element {
  const href = useHref();
  const groups = useLogGroups();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = groups.data?.find(({ logGroupName }) => logGroupName === selectedName);
  const open = (path: (group: string) => string) => (selected ? { href: href(path(selectedName)) } : {});
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={groups}
        columns={columns(href)}
        id={({ logGroupName = '' }) => logGroupName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([group]) => setSelected(group?.logGroupName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => groups.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <Button disabled={!selected} {...open(liveTailPath)}>
              {logs.tail.title}
            </Button>
            <Button disabled={!selected} {...open(insightsPath)}>
              {logs.insights.title}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && <DeleteGroup name={selectedName} onClose={() => setDialog('')} />}
    </Page>
  );
}

function DeleteGroup({ name, onClose }: { readonly name: string; onClose(): void }): JSX.Element {
  const remove = useAction('logs', 'deleteLogGroup');
  const notify = useNotify();
  const confirm = (): void =>
    remove.run({ logGroupName: name }, () => {
      notify({ type: 'success', content: texts.delete.done(name) });
      onClose();
    });
  return (
    <ConfirmDelete
      title={texts.delete.button}
      name={name}
      consequence={texts.delete.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onConfirm={confirm}
      onDismiss={onClose}
    />
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
