import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { apis } from '../../../texts/en/apis.ts';
import { settings as texts } from '../../../texts/en/settings.ts';
import { AccountTab } from './account-tab.tsx';
import { QuotasTab } from './quotas-tab.tsx';
import { TagsTab } from './tags-tab.tsx';

/** What holds for the account in a region, whatever the API. */
export default function SettingsPage(): JSX.Element {
  const [tab] = useQueryParam('tab');
  const navigate = useNavigate();
  return (
    <Page title={texts.title} trail={[{ text: apis.service, path: '/apis' }]}>
      <Tabs
        ariaLabel={texts.tabs.label}
        activeTabId={tab === '' ? 'account' : tab}
        onChange={({ detail }) => navigate(`/settings?tab=${detail.activeTabId}`, { replace: true })}
        tabs={[
          { id: 'account', label: texts.tabs.account, content: <AccountTab /> },
          { id: 'quotas', label: texts.tabs.quotas, content: <QuotasTab /> },
          { id: 'tags', label: texts.tabs.tags, content: <TagsTab /> },
        ]}
      />
    </Page>
  );
}
