import Button from '@cloudscape-design/components/button';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { domains as texts } from '../../../texts/en/domains.ts';
import { domainPath } from '../domain-path.ts';
import { TRAIL } from '../trail.ts';
import { DeleteDomain } from './delete-domain.tsx';
import { domainTabs } from './domain-tabs.tsx';
import { useDomainName } from './use-domain-names.ts';

/** One custom domain name, a tab for each of its parts. */
export default function DomainPage(): JSX.Element {
  const { domainName, domainNameId } = usePageParams('domainName', 'domainNameId');
  const address = { domainName, ...(domainNameId !== '' && { domainNameId }) };
  const navigate = useNavigate();
  const domain = useDomainName(address);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={domainName}
      trail={[...TRAIL, { text: texts.title, path: '/domain-names' }]}
      actions={
        <Button disabled={!domain.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={domain}>
        {(data) => (
          <Tabs
            ariaLabel={texts.tabs.label}
            activeTabId={tab === '' ? 'overview' : tab}
            // A search or a choice on one tab means nothing on another.
            onChange={({ detail }) => navigate(`${domainPath(address)}?tab=${detail.activeTabId}`, { replace: true })}
            tabs={domainTabs(data)}
          />
        )}
      </QueryState>
      {dialog === 'delete' && domain.data && (
        <DeleteDomain
          domain={domain.data}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/domain-names', { replace: true })}
        />
      )}
    </Page>
  );
}
