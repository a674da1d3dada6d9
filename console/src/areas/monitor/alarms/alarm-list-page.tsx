import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../routing/index.ts';
import { alarms as texts } from '../../../texts/en/alarms.ts';
import { trailOf } from '../trail.ts';
import { alarmPath } from './addresses.ts';
import { AlarmState } from './alarm-state.tsx';
import { conditionOf } from './condition.ts';
import { DeleteAlarm } from './delete-alarm.tsx';
import { type Alarm, useAlarms } from './use-alarms.ts';

/** All alarms of the region with their states. */
export default function AlarmListPage(): JSX.Element {
  const href = useHref();
  const navigate = useNavigate();
  const alarms = useAlarms();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState('');
  const selected = alarms.data?.find(({ alarm }) => alarm.AlarmName === selectedName);
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={alarms}
        columns={columns(href)}
        id={({ alarm }) => alarm.AlarmName ?? ''}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={href('/alarms/create')}>{texts.create}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([one]) => setSelected(one?.alarm.AlarmName ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => alarms.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <ButtonDropdown
              variant="primary"
              mainAction={{ text: texts.create, href: href('/alarms/create') }}
              items={[{ id: 'composite', text: texts.createComposite }]}
              onItemClick={() => navigate('/alarms/create?type=composite')}
              ariaLabel={texts.otherKinds}
            />
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && <DeleteAlarm name={selectedName} onClose={() => setDialog('')} />}
    </Page>
  );
}

function columns(href: (path: string) => string): readonly Column<Alarm>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ alarm }) => alarm.AlarmName,
      cell: ({ alarm: { AlarmName = '' } }) => <Link href={href(alarmPath(AlarmName))}>{AlarmName}</Link>,
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: 'state',
      header: headers.state,
      value: ({ alarm }) => alarm.StateValue,
      cell: ({ alarm }) => <AlarmState state={alarm.StateValue} />,
      minWidth: 150,
    },
    { id: 'condition', header: headers.condition, value: conditionOf, minWidth: 240 },
    {
      id: 'actions',
      header: headers.actions,
      value: ({ alarm }) => (alarm.ActionsEnabled ? texts.enabled : texts.disabled),
      isMinor: true,
    },
    {
      id: 'updated',
      header: headers.changed,
      value: ({ alarm }) => alarm.StateUpdatedTimestamp?.getTime(),
      cell: ({ alarm }) => <Time date={alarm.StateUpdatedTimestamp} />,
      minWidth: 120,
    },
  ];
}
