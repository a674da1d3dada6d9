import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { stages as texts } from '../../../texts/en/stages.ts';
import { DeleteStage } from '../delete-stage.tsx';
import { useStage } from '../use-stages.ts';
import { stageTabs } from './stage-tabs.tsx';

/** One stage with all its settings, a tab each. */
export default function StagePage(): JSX.Element {
  const { apiId, stageName } = usePageParams('apiId', 'stageName');
  const href = useHref();
  const navigate = useNavigate();
  const trail = useApiTrail(apiId);
  const stage = useStage(apiId, stageName);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/stages`;
  const own = `${list}/${encodeURIComponent(stageName)}`;
  return (
    <Page
      title={stageName}
      trail={[...trail, { text: texts.list.title, path: list }]}
      actions={
        !isGone(stage.error) && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setDialog('delete')}>{texts.delete.button}</Button>
            <Button variant="primary" href={href(`/apis/${apiId}/deploy?stage=${encodeURIComponent(stageName)}`)}>
              {texts.list.deploy}
            </Button>
          </SpaceBetween>
        )
      }
    >
      <QueryState query={stage}>
        {(data) => {
          const tabs = stageTabs(apiId, data);
          return (
            <Tabs
              ariaLabel={texts.tabs.label}
              activeTabId={tabs.some(({ id }) => id === tab) ? tab : 'overview'}
              // A search or a choice on one tab means nothing on another.
              onChange={({ detail }) => navigate(`${own}?tab=${detail.activeTabId}`, { replace: true })}
              tabs={tabs}
            />
          );
        }}
      </QueryState>
      {dialog === 'delete' && (
        <DeleteStage
          apiId={apiId}
          stageName={stageName}
          onClose={() => setDialog('')}
          onDeleted={() => navigate(list, { replace: true })}
        />
      )}
    </Page>
  );
}
