import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../../page/index.ts';
import { EventSearch } from '../../../../parts/log-events/index.ts';
import { QueryState } from '../../../../parts/query-state.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { insightsPath, liveTailPath } from '../addresses.ts';
import { useLogGroup } from '../use-log-groups.ts';
import { DeleteGroup } from './delete-group.tsx';
import { EditRetention } from './edit-retention.tsx';
import { GroupDetails } from './group-details.tsx';
import { Streams } from './streams.tsx';

const texts = logs.group;

/** One log group: how long it keeps its events, its streams, and a search in its events. */
export default function GroupPage(): JSX.Element {
  const href = useHref();
  const navigate = useNavigate();
  const [name] = useQueryParam('name');
  const [tab, setTab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const found = useLogGroup(name);
  return (
    <Page
      title={name}
      trail={[...trailOf(), { text: logs.groups.title, path: '/log-groups' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDialog('delete')}>{logs.groups.delete.button}</Button>
          <Button href={href(liveTailPath(name))}>{logs.tail.title}</Button>
          <Button href={href(insightsPath(name))}>{logs.insights.title}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <QueryState query={found}>
          {(group) =>
            group === 'none' ? (
              <Alert type="warning">{texts.none}</Alert>
            ) : (
              <>
                <GroupDetails group={group} onEditRetention={() => setDialog('retention')} />
                {dialog === 'retention' && <EditRetention group={group} onClose={close} />}
              </>
            )
          }
        </QueryState>
        <Tabs
          ariaLabel={texts.tabs}
          activeTabId={tab === '' ? 'streams' : tab}
          onChange={({ detail }) => setTab(detail.activeTabId)}
          tabs={[
            { id: 'streams', label: texts.streams, content: <Streams group={name} /> },
            { id: 'events', label: texts.events, content: <EventSearch group={name} /> },
          ]}
        />
      </SpaceBetween>
      {dialog === 'delete' && (
        <DeleteGroup name={name} onClose={close} onDeleted={() => navigate('/log-groups', { replace: true })} />
      )}
    </Page>
  );
}
