import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../../page/index.ts';
import { EventSearch } from '../../../../parts/log-events/index.ts';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { insightsPath, liveTailPath } from '../addresses.ts';
import { Streams } from './streams.tsx';

const texts = logs.group;

/** One log group: its streams, and a search in its events. */
export default function GroupPage(): JSX.Element {
  const href = useHref();
  const [name] = useQueryParam('name');
  const [tab, setTab] = useQueryParam('tab');
  return (
    <Page
      title={name}
      trail={[...trailOf(), { text: logs.groups.title, path: '/log-groups' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={href(liveTailPath(name))}>{logs.tail.title}</Button>
          <Button href={href(insightsPath(name))}>{logs.insights.title}</Button>
        </SpaceBetween>
      }
    >
      <Tabs
        ariaLabel={texts.tabs}
        activeTabId={tab === '' ? 'streams' : tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          { id: 'streams', label: texts.streams, content: <Streams group={name} /> },
          { id: 'events', label: texts.events, content: <EventSearch group={name} /> },
        ]}
      />
    </Page>
  );
}
