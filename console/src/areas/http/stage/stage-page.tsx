import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { DeleteStage } from './delete-stage.tsx';
import { stageTabs } from './stage-tabs.tsx';

/** One stage with all its settings, a tab each. */
export default function StagePage(): JSX.Element {
  const { apiId, stageName } = usePageParams('apiId', 'stageName');
  const href = useHref();
  const navigate = useNavigate();
  const trail = useApiTrail(apiId);
  const stage = useCall('apigatewayv2', 'getStage', { ApiId: apiId, StageName: stageName });
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/stages`;
  const name = encodeURIComponent(stageName);
  return (
    <Page
      title={stageName}
      trail={[...trail, { text: httpStages.list.title, path: list }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={!stage.data} onClick={() => setDialog('delete')}>
            {httpStages.delete.button}
          </Button>
          {stage.data?.AutoDeploy === false && (
            <Button variant="primary" href={href(`/apis/${apiId}/deployments?dialog=create&stage=${name}`)}>
              {http.deploy}
            </Button>
          )}
        </SpaceBetween>
      }
    >
      <QueryState query={stage}>
        {(data) => (
          <Tabs
            ariaLabel={httpStages.tabs.label}
            activeTabId={tab === '' ? 'overview' : tab}
            // A search or a choice on one tab means nothing on another.
            onChange={({ detail }) => navigate(`${list}/${name}?tab=${detail.activeTabId}`, { replace: true })}
            tabs={stageTabs(apiId, data)}
          />
        )}
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
