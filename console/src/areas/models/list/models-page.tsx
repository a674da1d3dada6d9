import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { models as texts } from '../../../texts/en/models.ts';
import { ValidatorList } from '../validators/validator-list.tsx';
import { ModelList } from './model-list.tsx';

/** An API's models and request validators, a tab each. */
export default function ModelsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const [tab] = useQueryParam('tab');
  return (
    <Page title={texts.title} trail={trail}>
      <Tabs
        ariaLabel={texts.tabs.label}
        activeTabId={tab === '' ? 'models' : tab}
        // A search or a choice on one tab means nothing on another.
        onChange={({ detail }) => navigate(`/apis/${apiId}/models?tab=${detail.activeTabId}`, { replace: true })}
        tabs={[
          { id: 'models', label: texts.tabs.models, content: <ModelList apiId={apiId} /> },
          { id: 'validators', label: texts.tabs.validators, content: <ValidatorList apiId={apiId} /> },
        ]}
      />
    </Page>
  );
}
