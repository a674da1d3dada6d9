import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { usePageParams, useQueryParam } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { apiSettings as texts } from '../../../texts/en/api-settings.ts';
import { ContentForm } from './content-form.tsx';
import { DetailsForm } from './details-form.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { ImportForm } from './import-form.tsx';

/** What a REST API is as a whole, and making it what an OpenAPI definition says. */
export default function ApiSettingsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const { region } = useAws();
  const trail = useApiTrail(apiId);
  const query = useCall('apigateway', 'getRestApi', { restApiId: apiId });
  const [tab, setTab] = useQueryParam('tab');
  const arn = `arn:aws:apigateway:${region}::/restapis/${apiId}`;
  return (
    <Page title={texts.title} trail={trail}>
      <QueryState query={query}>
        {(api) => (
          <Tabs
            ariaLabel={texts.tabs.label}
            activeTabId={tab === 'import' ? 'import' : 'general'}
            onChange={({ detail }) => setTab(detail.activeTabId)}
            tabs={[
              {
                id: 'general',
                label: texts.tabs.general,
                content: (
                  <SpaceBetween size="l">
                    <DetailsForm api={api} arn={arn} />
                    <EndpointForm api={api} />
                    <ContentForm api={api} />
                    <ResourceTags service="apigateway" arn={arn} />
                  </SpaceBetween>
                ),
              },
              { id: 'import', label: texts.tabs.import, content: <ImportForm api={api} /> },
            ]}
          />
        )}
      </QueryState>
    </Page>
  );
}
