import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../page/index.ts';
import { useApiTrail } from '../../parts/api-trail.ts';
import { useNavigate, usePageParams, useQueryParam } from '../../routing/index.ts';
import { documentation as texts } from '../../texts/en/documentation.ts';
import { PartList } from './parts/part-list.tsx';
import { VersionList } from './versions/version-list.tsx';

/** What is written about an API, and its versions, a tab each. */
export default function DocumentationPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const [tab] = useQueryParam('tab');
  return (
    <Page title={texts.title} trail={trail}>
      <Tabs
        ariaLabel={texts.tabs.label}
        activeTabId={tab === '' ? 'parts' : tab}
        // A search or a choice on one tab means nothing on another.
        onChange={({ detail }) => navigate(`/apis/${apiId}/documentation?tab=${detail.activeTabId}`, { replace: true })}
        tabs={[
          { id: 'parts', label: texts.tabs.parts, content: <PartList apiId={apiId} /> },
          { id: 'versions', label: texts.tabs.versions, content: <VersionList apiId={apiId} /> },
        ]}
      />
    </Page>
  );
}
